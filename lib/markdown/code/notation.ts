import type { ProblemInBlock } from '../../content/problems';
import { suggest } from '../../content/suggest';
import type { CodeLine } from './lines';
import { warn } from './warn';

const names = ['++', '--', 'highlight', 'hl', 'focus', 'error', 'warning', 'word'];
const opener = /(?:\{\/\*|\/\*+|\/\/+|<!--|\(\*|#+|--+|;+|%+|\brem\b|["'])\s*$/i;
const openerSomewhere = /(?:\/[/*]|<!--|\(\*|(?:^|\s)(?:#|--|;|%|\/\/))/;
/** Characters before a notation among which its comment may open; keeps a line of dashes from costing the square. */
const longestOpener = 40;
const closer = /^\s*(?:\*\/\s*\}?|-->|\*\)|["'])?\s*$/;

/**
 * Obeys comments such as `// [!code ++]`, `# [!code highlight:3]` and `<!-- [!code word:cache] -->` and
 * takes them out. A comment alone on its line goes with the line and speaks of the lines after it.
 * `[\!code …]` stands for the notation itself.
 */
export function applyNotations(lines: readonly CodeLine[]): {
  lines: CodeLine[];
  warnings: ProblemInBlock[];
} {
  const kept: CodeLine[] = [];
  const warnings: ProblemInBlock[] = [];
  let orders: Order[] = [];
  for (const line of lines) {
    const found = line.text.includes('!code') ? readNotations(line, warnings) : undefined;
    orders.push(...(found?.orders ?? []));
    if (found?.alone) continue;
    const text = (found?.text ?? line.text).replaceAll('[\\!code', '[!code');
    const next = { ...line, text };
    for (const order of orders) order.apply(next);
    orders = orders.map((order) => ({ ...order, count: order.count - 1 })).filter((order) => order.count > 0);
    kept.push(next);
  }
  return { lines: kept.length > 0 ? kept : [{ text: '', source: 0 }], warnings };
}

interface Order {
  readonly apply: (line: CodeLine) => void;
  /** How many lines it still speaks of. */
  readonly count: number;
}

function readNotations(line: CodeLine, warnings: ProblemInBlock[]) {
  const pattern = /\[!code\s+([^\]\n]{1,200})\]\s*/g;
  const matches = [...line.text.matchAll(pattern)];
  const first = matches[0];
  const last = matches.at(-1);
  if (!first || !last) return undefined;
  const before = line.text.slice(0, first.index);
  const after = line.text.slice(last.index + last[0].length);
  const opened = opener.exec(before.slice(-longestOpener))?.[0];
  if (opened === undefined && !openerSomewhere.test(before)) return undefined;
  const orders = matches.map((match) => toOrder(match[1]?.trim() ?? '', line.source, warnings));
  if (orders.includes(undefined)) return undefined;
  const whole = opened !== undefined && closer.test(after);
  const text = whole
    ? before.slice(0, -opened.length).trimEnd()
    : line.text.replaceAll(pattern, '').trimEnd();
  return { text, alone: whole && text === '', orders: orders.filter((order) => order !== undefined) };
}

function toOrder(notation: string, source: number, warnings: ProblemInBlock[]): Order | undefined {
  const [, name = '', argument = ''] = /^([^:\s]+):?(.*)$/s.exec(notation) ?? [];
  if (name === 'word') return wordOrder(argument, source, warnings);
  const apply = actions[name];
  if (apply && /^\d{0,5}$/.test(argument)) return { apply, count: Number(argument || 1) };
  const near = apply ? undefined : suggest(name, names);
  const message = `[!code ${notation}] is not a notation${near ? `. Did you mean [!code ${near}]?` : '.'}`;
  const remedy =
    'Write ++, --, highlight, focus, error, warning or word:x, with :3 after it for three lines.';
  warnings.push(warn(message, remedy, source + 1));
  return undefined;
}

const actions: Record<string, (line: CodeLine) => void> = Object.assign(Object.create(null), {
  '++': (line: CodeLine) => {
    line.change = 'added';
  },
  '--': (line: CodeLine) => {
    line.change = 'removed';
  },
  highlight: highlightLine,
  hl: highlightLine,
  focus: (line: CodeLine) => {
    line.focused = true;
  },
  error: (line: CodeLine) => {
    line.state = 'error';
  },
  warning: (line: CodeLine) => {
    line.state = 'warning';
  },
});

function highlightLine(line: CodeLine): void {
  line.state ??= 'highlighted';
}

function wordOrder(argument: string, source: number, warnings: ProblemInBlock[]): Order | undefined {
  const [, word = '', count] = /^(.*?)(?::(\d{1,5}))?$/s.exec(argument.trim()) ?? [];
  if (word === '') {
    warnings.push(warn('[!code word] names no word.', 'Write [!code word:cache].', source + 1));
    return undefined;
  }
  const apply = (line: CodeLine) => {
    line.words = [...(line.words ?? []), word];
  };
  return { apply, count: Number(count ?? 1) };
}
