/** A style sheet in parts: what every page gets, and rules for elements of certain classes. */
export type SheetPart = string | SheetRule;

interface SheetRule {
  readonly selectors: readonly Selector[];
  /** The declarations, with their braces. */
  readonly body: string;
}

interface Selector {
  readonly text: string;
  /** Classes without which it matches nothing. */
  readonly classes: readonly string[];
}

const RULE = /(?<=^|[{};])([^{}@;][^{};]*)(\{[^{}]*\})/g;
const EMPTY = /@(?:media|supports|layer|container)[^{};]*\{\}/g;
const CLASS = /\.(?!\d)((?:[\w-]|\\.|[^\0-\x7f])+)/g;
/** `.\\31 st` for a class that begins with a digit. */
const ESCAPED_BY_NUMBER = /\\[\da-f]/i;
/** What of a selector is no group, and a list of which something has to match. */
const PLAIN = /^(?:\\.|[^:["(\\])+|^::?[\w-]+/s;
const ALTERNATIVES = /^:(?:is|where|has)(?=\()/;

/** Takes a minified style sheet apart. Without a string that holds braces, which would be taken for those of rules. */
export function parseSheet(css: string): SheetPart[] {
  const parts: SheetPart[] = [];
  let at = 0;
  for (const { 0: rule, 1: selectors = '', 2: body = '', index } of css.matchAll(RULE)) {
    const read = splitList(selectors).map((text) => ({ text, classes: listClasses(text) }));
    if (!read.some(({ classes }) => classes.length > 0)) continue;
    parts.push(css.slice(at, index), { selectors: read, body });
    at = index + rule.length;
  }
  return [...parts, css.slice(at)];
}

/** The classes that decide which rules of a sheet a page gets. */
export function listDecidingClasses(parts: readonly SheetPart[]): Set<string> {
  const rules = parts.filter((part) => typeof part !== 'string');
  return new Set(rules.flatMap(({ selectors }) => selectors.flatMap(({ classes }) => classes)));
}

/** The sheet for pages that have some of its classes and no others. */
export function formatSheet(parts: readonly SheetPart[], has: (name: string) => boolean): string {
  const css = parts.map((part) => (typeof part === 'string' ? part : formatRule(part, has))).join('');
  return removeEmpty(css);
}

function formatRule({ selectors, body }: SheetRule, has: (name: string) => boolean): string {
  const kept = selectors.filter(({ classes }) => classes.every(has));
  return kept.length === 0 ? '' : kept.map(({ text }) => text).join(',') + body;
}

function removeEmpty(css: string): string {
  const without = css.replace(EMPTY, '');
  return without === css ? css : removeEmpty(without);
}

/** What a selector asks for itself; of alternatives, as in `:is(.a, .b)`, none is needed, and what is in `:not()` even less. */
function listClasses(selector: string): string[] {
  if (ESCAPED_BY_NUMBER.test(selector)) return [];
  const names = [...selectAlways(selector).matchAll(CLASS)].map(([, name = '']) => name.replaceAll('\\', ''));
  return [...new Set(names)];
}

function selectAlways(selector: string): string {
  const rest = selector.replace(ALTERNATIVES, '');
  const isList = rest !== selector;
  const [plain = ''] = isList ? [] : (PLAIN.exec(rest) ?? []);
  if (plain !== '') return plain + selectAlways(rest.slice(plain.length));
  if (rest === '') return '';
  const end = skipGroup(rest, 0);
  const inside = rest.slice(1, end - 1);
  const needed = isList && splitList(inside).length === 1 ? ` ${selectAlways(inside)} ` : '';
  return needed + selectAlways(rest.slice(end));
}

/** The end of what begins here with a bracket or a quote. */
function skipGroup(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '\\') at += 1;
    else if (char === '"') at = skipString(text, at);
    else if ('(['.includes(char)) depth += 1;
    else if (')]'.includes(char)) depth -= 1;
    if (depth <= 0) return at + 1;
  }
  return text.length;
}

/** The place of the quote at the end. */
function skipString(text: string, start: number): number {
  const end = text.indexOf('"', start + 1);
  return end === -1 ? text.length : end;
}

function splitList(list: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < list.length; at += 1) {
    const char = list[at] ?? '';
    if (char === '\\') at += 1;
    else if ('(["'.includes(char)) at = skipGroup(list, at) - 1;
    else if (char === ',') {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, list.slice(start)];
}
