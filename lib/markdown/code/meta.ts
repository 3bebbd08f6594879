import type { ProblemInBlock } from '../../content/problems';
import { suggest } from '../../content/suggest';
import { type LineRange, parseRanges } from './ranges';
import { warn } from './warn';

/**
 * What an author can write after the language of a fence. `{1,3-5}` is short for `highlight={1,3-5}`,
 * `/word/` marks each occurrence of a word.
 */
export interface CodeOptions {
  /** Shown above the block, usually a file name. */
  title?: string;
  /** A sentence below the block. */
  caption?: string;
  /** Name of the block in addresses: `#name-L3`. Gives every line an id. */
  id?: string;
  /** Label of the tab; neighbouring blocks with one become tabs. */
  tab?: string;
  /** Tabs of one group follow the same choice; without it, tabs with the same labels do. */
  group?: string;
  highlight: LineRange[];
  focus: LineRange[];
  error: LineRange[];
  warning: LineRange[];
  add: LineRange[];
  del: LineRange[];
  /** Regions that are closed until asked for. */
  collapse: LineRange[];
  words: string[];
  /** Number of the first line; absent when lines are not numbered. */
  showLineNumbers?: number;
  /** Break long lines instead of scrolling. */
  wrap: boolean;
  /** Reach into the margins. */
  wide: boolean;
  /** Lines beginning with + and − are added and removed ones. */
  diff: boolean;
  /** Show an npm command for pnpm, yarn and bun as well. */
  npm: boolean;
  /** Show a long block in full. */
  open: boolean;
}

const textNames = ['title', 'caption', 'id', 'tab', 'group'] as const;
const rangeNames = ['highlight', 'focus', 'error', 'warning', 'add', 'del', 'collapse'] as const;
const flagNames = ['wrap', 'wide', 'diff', 'npm', 'open'] as const;
const allNames: readonly string[] = [...textNames, ...rangeNames, ...flagNames, 'showLineNumbers'];

/** Reads the text after a fence's language. Whatever it cannot use becomes a warning, never an error. */
export function parseMeta(meta: string): { options: CodeOptions; warnings: ProblemInBlock[] } {
  const options = emptyOptions();
  const warnings: ProblemInBlock[] = [];
  for (const part of splitMeta(meta)) {
    if (part.unclosed) {
      const remedy = `Write the closing ${part.unclosed}, as in title="app/page.tsx" or {1,3-5}.`;
      warnings.push(warn(`${part.unclosed} is not closed in “${part.source}”.`, remedy));
    }
    const warning = applyPart(options, part);
    if (warning) warnings.push(warning);
  }
  return { options, warnings };
}

/** The options of a fence with no text after its language. */
export function emptyOptions(): CodeOptions {
  const ranges = { highlight: [], focus: [], error: [], warning: [], add: [], del: [], collapse: [] };
  return { ...ranges, words: [], wrap: false, wide: false, diff: false, npm: false, open: false };
}

interface Part {
  readonly source: string;
  readonly name: string;
  readonly value?: string;
  readonly quote?: '{' | '/' | '"' | "'";
  readonly unclosed?: string;
}

const closers = { '{': '}', '/': '/', '"': '"', "'": "'" } as const;

function splitMeta(meta: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < meta.length) {
    if (/\s/.test(meta.charAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < meta.length && !/[\s={"'/]/.test(meta.charAt(at))) at += 1;
    const name = meta.slice(start, at);
    const assigned = meta[at] === '=';
    if (assigned) at += 1;
    const quote = meta.charAt(at) as keyof typeof closers;
    const quoted = (assigned || name === '') && quote in closers && !(assigned && quote === '/');
    let value: string | undefined;
    let unclosed: string | undefined;
    if (quoted) {
      const end = findCloser(meta, at + 1, closers[quote]);
      value = meta.slice(at + 1, end).replaceAll(`\\${closers[quote]}`, closers[quote]);
      if (end >= meta.length) unclosed = closers[quote];
      at = end + 1;
    } else if (assigned || name === '' || !/[\s{]/.test(meta.charAt(at) || ' ')) {
      const rest = /^\S*/.exec(meta.slice(at))?.[0] ?? '';
      at += Math.max(rest.length, at === start ? 1 : 0);
      if (assigned) value = rest;
    }
    const source = meta.slice(start, at).trim();
    parts.push({
      source,
      name: assigned || quoted ? name : source,
      ...(value !== undefined && { value }),
      ...(quoted && { quote }),
      ...(unclosed && { unclosed }),
    });
  }
  return parts;
}

function findCloser(text: string, from: number, closer: string): number {
  let at = from;
  while (at < text.length && text[at] !== closer) at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

function applyPart(options: CodeOptions, part: Part): ProblemInBlock | undefined {
  const { name, value, quote } = part;
  if (name === '' && quote === '{') {
    const [, foreign] = /^\s*([A-Za-z]\w*)\s*=/.exec(part.value ?? '') ?? [];
    if (foreign !== undefined) return unknown({ ...part, name: foreign });
    return applyRanges(options, 'highlight', part);
  }
  if (name === '' && quote === '/') {
    if (value) options.words.push(value);
    return value ? undefined : unusable(part, 'Write the word between the strokes: /word/.');
  }
  if (isOneOf(textNames, name)) {
    const text = (quote === '{' ? value?.replace(/^\s*(["'`])(.*)\1\s*$/, '$2') : value)?.trim();
    if (!text) return unusable(part, `Write ${name}="…".`);
    options[name] = text;
    return undefined;
  }
  if (isOneOf(rangeNames, name)) return applyRanges(options, name, part);
  if (isOneOf(flagNames, name)) {
    if (value !== undefined && !/^(true|false)$/.test(value)) return unusable(part, `Write only ${name}.`);
    options[name] = value !== 'false';
    return undefined;
  }
  if (name === 'showLineNumbers') return applyNumbers(options, part);
  return unknown(part);
}

function applyRanges(
  options: CodeOptions,
  name: (typeof rangeNames)[number],
  part: Part,
): ProblemInBlock | undefined {
  const ranges = parseRanges(part.value ?? '');
  if (!ranges) {
    const remedy = 'Give line numbers from 1, such as {3} or {1,3-5}; a range rises.';
    return warn(`“${part.source}” is not a list of lines.`, remedy);
  }
  options[name].push(...ranges);
  return undefined;
}

function applyNumbers(options: CodeOptions, part: Part): ProblemInBlock | undefined {
  if (part.value === 'false') return undefined;
  const first = part.value === undefined || part.value === 'true' ? '1' : part.value.trim();
  if (!/^\d{1,6}$/.test(first)) return unusable(part, 'Write showLineNumbers or showLineNumbers=42.');
  options.showLineNumbers = Number(first);
  return undefined;
}

function unusable(part: Part, remedy: string): ProblemInBlock {
  return warn(`“${part.source}” has no use after a code fence as it is.`, remedy);
}

function unknown(part: Part): ProblemInBlock {
  const foreign = OF_OTHER_ENGINES.find(([names]) => names.test(part.name));
  if (foreign) {
    const [, engine, remedy] = foreign;
    return warn(`“${part.source}” is an option of ${engine}.`, remedy);
  }
  const [, label] = /^\[(.+)\]$/.exec(part.source) ?? [];
  if (label !== undefined)
    return warn(`“${part.source}” is a label of VitePress.`, `Write tab="${label}", or title="${label}".`);
  const near = suggest(part.name, allNames);
  const message = `“${part.source}” is not an option of a code block${near ? `. Did you mean ${near}?` : '.'}`;
  return warn(message, `The options are ${allNames.join(', ')}, {1,3-5} and /word/.`);
}

/** Options of other engines by name: the engine, and what is written here. */
const OF_OTHER_ENGINES: readonly (readonly [names: RegExp, engine: string, remedy: string])[] = [
  [
    /^(?:hl_lines|linenostart|linenos|lineNos|anchorlinenos|lineanchors|hl_style|noclasses)$/,
    'Hugo and Zola',
    'Write {1,3-5} for lines and showLineNumbers for numbers.',
  ],
  [
    /^(?:twoslash|noInline|eval|noCopy|cite|cssclass|wordWrap|startFrom|no-line-numbers|numberLines)$/i,
    'another engine',
    'Options here are {1,3-5}, add={…}, del={…}, title="…" and showLineNumbers.',
  ],
  [/^(?:filename|file|name|path)$/i, 'another engine', 'Write title="app/page.tsx".'],
  [
    /^(?:ignore|no_run|should_panic|compile_fail|editable|edition\d+|noplayground)$/,
    'rustdoc and mdBook',
    'Remove it: code of a post is not run.',
  ],
  [
    /^(?:mark|ins|frame|startLineNumber|meta|lineNumbers|live|hide_lines|copy)$/,
    'another engine',
    'Options here are {1,3-5}, add={…}, del={…}, title="…" and showLineNumbers.',
  ],
];

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}
