import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { explainSpelling, explainYaml } from './explain-yaml';
import type { Place, ProblemInFile } from './problems';

/** A path into a YAML document: keys and list positions. */
export type YamlPath = readonly (string | number)[];

/** A YAML value in which every scalar is still the text its author wrote. */
export type YamlValue = string | YamlValue[] | { [key: string]: YamlValue };

export interface ParsedYaml {
  readonly value: YamlValue | undefined;
  readonly problems: readonly ProblemInFile[];
  /** Where `#` and a word behind a value make a comment that its author may have taken for text. */
  readonly comments: readonly Place[];
  /** Where a value (or with `key` its key) stands; the nearest parent's place for a path that is not there. */
  place(path: YamlPath, part?: 'key' | 'value'): Place;
  has(path: YamlPath): boolean;
  /** True where the value is written in quotes. */
  isQuoted(path: YamlPath): boolean;
}

/**
 * Parses YAML with the failsafe schema: `2024-02-31`, `no` and `1.0` stay text, so that validation can be strict.
 * Never throws: syntax errors are problems, and so are aliases, since expanding them would let a few lines grow into
 * gigabytes. `subject` is what the messages call the text.
 */
export function parseYaml(text: string, subject: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    merge: false,
  });
  const toPlace = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = [...findErrors(document), ...findAnchors(document)].map(
    ({ offset, reason }): ProblemInFile => {
      const place = toPlace(offset);
      const line = text.split('\n', place.line).at(-1) ?? '';
      const spelling = explainSpelling(line, subject);
      return spelling
        ? { line: place.line, severity: 'error', ...spelling }
        : { ...place, severity: 'error', ...explainYaml(reason, subject) };
    },
  );
  const root = document.contents as Node | null;
  return {
    value: problems.length > 0 || root === null ? undefined : toPlain(root),
    problems: keepFirstOfLine(problems),
    comments: findComments(document, text).map(toPlace),
    place: (path, part = 'value') => toPlace(findOffset(root, path, part)),
    has: (path) => document.hasIn(path),
    isQuoted: (path) => isQuotedScalar(document.getIn(path, true)),
  };
}

interface SyntaxError {
  readonly offset: number;
  /** What the parser says. */
  readonly reason: string;
}

/** The parser's errors by place; what is never closed is said to be wrong where it was opened. */
function findErrors(document: Document): SyntaxError[] {
  const reasons = new Map<number, string>();
  for (const { pos, message } of [...document.errors, ...document.warnings]) {
    const isOpen = /missing closing|and end with/i.test(message);
    const offset = isOpen ? (findOpening(document, pos[0]) ?? pos[0]) : pos[0];
    reasons.set(offset, `${reasons.get(offset) ?? ''}${message}\n`);
  }
  return [...reasons].map(([offset, reason]) => ({ offset, reason }));
}

/** Start of the innermost quoted text or bracketed list around an offset. */
function findOpening(document: Document, offset: number): number | undefined {
  let opening: number | undefined;
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range || node.range[0] > offset || node.range[2] < offset) return;
    if (isQuotedScalar(node) || (isCollection(node) && node.flow)) opening = node.range[0];
  });
  return opening;
}

/** Anchors and aliases, which would swallow text such as `&c` and `*this`. */
function findAnchors(document: Document): SyntaxError[] {
  const found: SyntaxError[] = [];
  visit(document, {
    Alias: (_, node) => {
      found.push({ offset: node.range?.[0] ?? 0, reason: 'alias' });
    },
    Value: (_, node) => {
      if (node.anchor === undefined) return;
      found.push({ offset: (node.range?.[0] ?? 0) - node.anchor.length - 2, reason: 'anchor' });
    },
  });
  return found;
}

/** One error of the parser tends to cause others in the same line. */
function keepFirstOfLine(problems: readonly ProblemInFile[]): ProblemInFile[] {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  return sorted.filter(({ line }, index) => line !== sorted[index - 1]?.line);
}

function findComments(document: Document, text: string): number[] {
  const offsets: number[] = [];
  visit(document, {
    Scalar: (_, node) => {
      if (node.type !== 'PLAIN' || !node.range) return;
      const gap = /^[ \t]*#(?=\S)/.exec(text.slice(node.range[1]))?.[0];
      if (gap !== undefined) offsets.push(node.range[1] + gap.length - 1);
    },
  });
  return offsets;
}

function toPlain(node: unknown): YamlValue {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  if (isSeq(node)) return node.items.map(toPlain);
  if (isMap(node)) {
    return Object.fromEntries(node.items.map((pair) => [scalarText(pair.key), toPlain(pair.value)]));
  }
  return '';
}

function findOffset(root: Node | null, path: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => scalarText(item.key) === step);
      if (!pair) return offset;
      const key = (pair.key as Node | null)?.range?.[0] ?? offset;
      const value = (pair.value as Node | null)?.range;
      // An empty value has no extent of its own: point at the key.
      const isEmpty = isScalar(pair.value) && pair.value.source === '';
      offset = (isLast && part === 'key') || isEmpty || !value ? key : value[0];
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function scalarText(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : String(key);
}

function isQuotedScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}
