import { CODE_LINE } from './index-format';
import { tokenize } from './tokens';

export interface Span {
  readonly text: string;
  readonly isHit: boolean;
}

export interface ExcerptLine {
  readonly isCode: boolean;
  readonly spans: readonly Span[];
}

const MAX_LINES = 2;
/** Characters of a line that are shown. */
const LINE_LENGTH = 150;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly word: number;
}

/** The lines that say most of what was looked for, in their order; the first where none says anything of it. */
export function toExcerpt(lines: readonly string[], terms: ReadonlyMap<string, number>): ExcerptLine[] {
  const rated = lines.map((line, at) => {
    const isCode = line.startsWith(CODE_LINE);
    const text = isCode ? line.slice(CODE_LINE.length).trim() : line;
    const ranges = findRanges(text, terms);
    const words = new Set(ranges.map(({ word }) => word)).size;
    return { at, isCode, text, ranges, rate: words * 10 + Math.min(ranges.length, 9) };
  });
  const best = rated
    .filter(({ ranges }) => ranges.length > 0)
    .sort((a, b) => b.rate - a.rate || a.at - b.at)
    .slice(0, MAX_LINES);
  const shown = best.length > 0 ? best : rated.slice(0, 1);
  return shown
    .sort((a, b) => a.at - b.at)
    .map(({ isCode, text, ranges }) => ({ isCode, spans: cut(text, ranges) }));
}

/** A text with the terms in it marked. */
export function markTerms(text: string, terms: ReadonlyMap<string, number>): Span[] {
  return toSpans(text, findRanges(text, terms), 0, text.length);
}

/** Where the terms stand, joined where they overlap or touch. */
function findRanges(text: string, terms: ReadonlyMap<string, number>): Range[] {
  const ranges: { from: number; to: number; word: number }[] = [];
  const found = tokenize(text).flatMap(({ term, from, to }) => {
    const word = terms.get(term);
    return word === undefined ? [] : { from, to, word };
  });
  for (const range of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = ranges.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else ranges.push(range);
  }
  return ranges;
}

/** The stretch of a long line that holds most hits, from a word's beginning. */
function cut(text: string, ranges: readonly Range[]): Span[] {
  if (text.length <= LINE_LENGTH) return toSpans(text, ranges, 0, text.length);
  const within = (start: number) =>
    ranges.filter(({ from, to }) => from >= start && to <= start + LINE_LENGTH - 30);
  const anchor = ranges.reduce(
    (best, range) => (within(range.from).length > within(best).length ? range.from : best),
    ranges[0]?.from ?? 0,
  );
  const wanted = Math.max(0, Math.min(anchor - 30, text.length - LINE_LENGTH));
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted;
  const from = start > anchor ? wanted : start;
  const limit = from + LINE_LENGTH;
  const space = text.lastIndexOf(' ', limit);
  const to = limit >= text.length ? text.length : space > limit - 25 ? space : limit;
  return [
    ...(from > 0 ? [{ text: '… ', isHit: false }] : []),
    ...toSpans(text, ranges, from, to),
    ...(to < text.length ? [{ text: ' …', isHit: false }] : []),
  ];
}

function toSpans(text: string, ranges: readonly Range[], start: number, end: number): Span[] {
  const spans: Span[] = [];
  let at = start;
  const push = (to: number, isHit: boolean) => {
    if (to > at) spans.push({ text: text.slice(at, to), isHit });
    at = Math.max(at, to);
  };
  for (const { from, to } of ranges) {
    if (to <= start || from >= end) continue;
    push(Math.max(from, start), false);
    push(Math.min(to, end), true);
  }
  push(end, false);
  return spans;
}
