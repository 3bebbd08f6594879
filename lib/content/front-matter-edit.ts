import { isScalar, isSeq, type Node, type Pair, type YAMLSeq } from 'yaml';
import {
  at,
  type Block,
  type Extent,
  findPair,
  lineEnd,
  readBlock,
  splice,
  toScalar,
} from './front-matter-block';

/** A change of one field: its new text, or `undefined` to take it out. */
export type FieldChanges = Readonly<Record<string, string | boolean | undefined>>;

/**
 * A document's file with fields of its front matter set, added or taken out. Everything else stays as it was typed:
 * comments, order, quotes, line ends. A new field takes the line of one that goes, or stands after the last of
 * `title`, `description` and `date`. Throws where the front matter is not written one field per line.
 */
export function editFields(source: string, changes: FieldChanges): string {
  let text = source;
  const removed = Object.keys(changes).filter((name) => changes[name] === undefined);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    const block = readBlock(text);
    const pair = findPair(block, name);
    if (pair) text = replaceValue(text, block, pair, toScalar(value));
    else text = addField(text, block, `${name}: ${toScalar(value)}`, removed);
  }
  for (const name of removed) {
    const block = readBlock(text);
    const pair = findPair(block, name);
    if (pair) text = splice(text, extentOf(text, block, pair), '');
  }
  return text;
}

/** A document's file with one more item in a list field, which is added where it is not there. */
export function addToList(source: string, name: string, item: string): string {
  const block = readBlock(source);
  const pair = findPair(block, name);
  if (!pair || !isSeq(pair.value) || pair.value.items.length === 0) {
    const list = `[${toScalar(item, true)}]`;
    if (!pair) return addField(source, block, `${name}: ${list}`, []);
    return replaceValue(source, block, pair, list);
  }
  const list = pair.value as YAMLSeq<Node>;
  const last = list.items.at(-1)?.range?.[1] ?? 0;
  if (list.flow === true) return splice(source, at(block, last, last), `, ${toScalar(item, true)}`);
  const first = block.start + (list.items[0]?.range?.[0] ?? 0);
  const indent = /[^\n]*$/.exec(source.slice(0, first))?.[0].replace(/-\s*$/, '') ?? '';
  const end = lineEnd(source, block.start + last);
  return splice(source, { start: end, end }, `${indent}- ${toScalar(item)}${block.eol}`);
}

/** A document's file without the items of a list field that a test picks; a list left empty goes too. */
export function removeFromList(source: string, name: string, isPicked: (item: string) => boolean): string {
  let text = source;
  const pair = findPair(readBlock(source), name);
  const items = pair && isSeq(pair.value) ? pair.value.items : [];
  const texts = items.map((item) => (isScalar(item) ? String(item.value) : ''));
  if (texts.length > 0 && texts.every(isPicked)) return editFields(source, { [name]: undefined });
  for (let index = items.length - 1; index >= 0; index--) {
    if (!isPicked(texts[index] ?? '')) continue;
    const block = readBlock(text);
    text = splice(text, extentOfItem(text, block, findPair(block, name)?.value as YAMLSeq<Node>, index), '');
  }
  return text;
}

/** A document's file with each item of a list field changed by a function; items it gives back unchanged stay as typed. */
export function editList(source: string, name: string, change: (item: string) => string): string {
  let text = source;
  const pair = findPair(readBlock(source), name);
  const count = pair && isSeq(pair.value) ? pair.value.items.length : 0;
  for (let index = count - 1; index >= 0; index--) {
    const block = readBlock(text);
    const list = findPair(block, name)?.value as YAMLSeq<Node>;
    const node = list.items[index];
    if (!isScalar(node) || !node.range) continue;
    const old = String(node.value);
    const changed = change(old);
    if (changed !== old) {
      text = splice(text, at(block, node.range[0], node.range[1]), toScalar(changed, list.flow === true));
    }
  }
  return text;
}

/** A document's file with a field that holds one text made a list of the texts between its commas. */
export function splitIntoList(source: string, name: string): string {
  const block = readBlock(source);
  const pair = findPair(block, name);
  if (!pair || !isScalar(pair.value)) return source;
  const items = String(pair.value.value ?? '')
    .split(/[,;]/)
    .map((item) => item.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((item) => item !== '');
  if (items.length === 0) return source;
  return replaceValue(source, block, pair, `[${items.map((item) => toScalar(item, true)).join(', ')}]`);
}

function replaceValue(text: string, block: Block, pair: Pair<Node, Node | null>, value: string): string {
  const range = pair.value?.range;
  const key = pair.key.range?.[1] ?? 0;
  if (range && range[1] > range[0]) return splice(text, at(block, range[0], range[1]), value);
  const colon = text.indexOf(':', block.start + key) + 1;
  return splice(text, { start: colon, end: colon }, ` ${value}`);
}

/** The lines of a field with its comment, up to the next field. */
function extentOf(text: string, block: Block, { key, value }: Pair<Node, Node | null>): Extent {
  const start = block.start + (key.range?.[0] ?? 0);
  const last = Math.max(key.range?.[1] ?? 0, value?.range?.[1] ?? 0);
  // A block value ends behind its line break already.
  const end = block.start + last;
  return { start, end: text[end - 1] === '\n' ? end : lineEnd(text, end) };
}

/** An item of a list with the comma, or the line, that is its own. */
function extentOfItem(text: string, block: Block, list: YAMLSeq<Node>, index: number): Extent {
  const [start = 0, end = 0] = list.items[index]?.range ?? [];
  if (list.flow === true) {
    const [next] = list.items[index + 1]?.range ?? [];
    const before = list.items[index - 1]?.range?.[1];
    return next === undefined ? at(block, before ?? start, end) : at(block, start, next);
  }
  const lineStart = text.lastIndexOf('\n', block.start + start) + 1;
  return { start: lineStart, end: lineEnd(text, block.start + end) };
}

const LEADING = ['title', 'description', 'date'];

function addField(text: string, block: Block, line: string, leaving: readonly string[]): string {
  const leaver = leaving.map((name) => findPair(block, name)).find((pair) => pair !== undefined);
  if (leaver) {
    const { start } = extentOf(text, block, leaver);
    return splice(text, { start, end: start }, line + block.eol);
  }
  const before = LEADING.map((name) => findPair(block, name)).findLast((pair) => pair !== undefined);
  const start = before ? extentOf(text, block, before).end : block.start;
  return splice(text, { start, end: start }, line + block.eol);
}
