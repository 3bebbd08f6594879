import type { ProblemInBlock } from '../../content/problems';
import { applyDiffSigns, isPatch } from './diff';
import type { Fence } from './fence';
import type { CodeLine } from './lines';
import { splitLines } from './lines';
import type { CodeOptions } from './meta';
import { applyNotations } from './notation';
import { inRanges, type LineRange } from './ranges';
import { applyPrompts } from './terminal';
import { warn } from './warn';

export interface MarkedCode {
  readonly lines: readonly CodeLine[];
  /** Regions closed until asked for, apart from each other. */
  readonly folds: readonly LineRange[];
  /** A whole patch: signs stay in the text. */
  readonly patch: boolean;
  readonly warnings: readonly ProblemInBlock[];
}

/** The lines of a block with everything its author said about them. Ranges count the lines as they are shown. */
export function markLines(code: string, { language, options }: Fence): MarkedCode {
  const noted = applyNotations(splitLines(code));
  const patch = language?.kind === 'patch' && isPatch(noted.lines);
  const signed = language?.kind === 'patch' || options.diff;
  const diffed = patch ? noted.lines.map(markPatchLine) : signed ? applyDiffSigns(noted.lines) : noted.lines;
  const prompted = language?.terminal || language?.session ? applyPrompts(diffed, language.session) : diffed;
  const lines = prompted.map((line, index) => markByRange(line, index + 1, options));
  return {
    lines,
    folds: mergeRanges(options.collapse, lines.length),
    patch,
    warnings: [...noted.warnings, ...checkRanges(options, lines.length)],
  };
}

function markPatchLine(line: CodeLine): CodeLine {
  if (/^(?:\+\+\+|---) /.test(line.text)) return line;
  if (line.text.startsWith('+')) return { ...line, change: 'added' };
  return line.text.startsWith('-') ? { ...line, change: 'removed' } : line;
}

function markByRange(line: CodeLine, number: number, options: CodeOptions): CodeLine {
  const marked = { ...line };
  if (inRanges(options.highlight, number)) marked.state ??= 'highlighted';
  if (inRanges(options.warning, number)) marked.state = 'warning';
  if (inRanges(options.error, number)) marked.state = 'error';
  if (inRanges(options.focus, number)) marked.focused = true;
  if (inRanges(options.add, number)) marked.change = 'added';
  if (inRanges(options.del, number)) marked.change = 'removed';
  return marked;
}

function checkRanges(options: CodeOptions, count: number): ProblemInBlock[] {
  const names = ['highlight', 'focus', 'error', 'warning', 'add', 'del', 'collapse'] as const;
  return names.flatMap((name) => {
    const beyond = options[name].find(({ to }) => to > count);
    if (!beyond) return [];
    const lines = count === 1 ? 'one line' : `${count} lines`;
    const remedy = 'Lines are counted from 1 within the block, whatever number the first line shows.';
    return warn(`${name} names line ${beyond.to}, but the block shows ${lines}.`, remedy);
  });
}

function mergeRanges(ranges: readonly LineRange[], count: number): LineRange[] {
  const merged: LineRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (from > count) continue;
    const last = merged.at(-1);
    const range = { from, to: Math.min(to, count) };
    if (last && from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else merged.push(range);
  }
  return merged;
}
