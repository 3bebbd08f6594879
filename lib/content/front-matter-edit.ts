import { readBlock } from './front-matter-block';
import { type Block, type Extent, type Field, findField, lineEnd, splice } from './front-matter-field';

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
    const field = findField(block, name);
    const written = block.toScalar(value, name);
    text = field ? replaceValue(text, field, written) : addField(text, block, name, written, removed);
  }
  for (const name of removed) {
    const field = findField(readBlock(text), name);
    if (field) text = splice(text, field, '');
  }
  return text;
}

/** A document's file with one more item in a list field, which is added where it is not there. */
export function addToList(source: string, name: string, item: string): string {
  const block = readBlock(source);
  const field = findField(block, name);
  const last = field?.items?.at(-1);
  if (!field || !last) {
    const list = `[${block.toScalar(item, name, true)}]`;
    return field ? replaceValue(source, field, list) : addField(source, block, name, list, []);
  }
  if (field.isFlow)
    return splice(source, { start: last.end, end: last.end }, `, ${block.toScalar(item, name, true)}`);
  const first = field.items?.[0]?.start ?? 0;
  const indent = /[^\n]*$/.exec(source.slice(0, first))?.[0].replace(/-\s*$/, '') ?? '';
  const end = lineEnd(source, last.end);
  return splice(source, { start: end, end }, `${indent}- ${block.toScalar(item, name)}${block.eol}`);
}

/** A document's file without the items of a list field that a test picks; a list left empty goes too. */
export function removeFromList(source: string, name: string, isPicked: (item: string) => boolean): string {
  let text = source;
  const { items = [] } = findField(readBlock(source), name) ?? {};
  if (items.length > 0 && items.every((item) => isPicked(item.text)))
    return editFields(source, { [name]: undefined });
  for (let index = items.length - 1; index >= 0; index--) {
    const field = findField(readBlock(text), name);
    if (field && isPicked(items[index]?.text ?? ''))
      text = splice(text, extentOfItem(text, field, index), '');
  }
  return text;
}

/** A document's file with each item of a list field changed by a function; items it gives back unchanged stay as typed. */
export function editList(source: string, name: string, change: (item: string) => string): string {
  let text = source;
  const { items = [] } = findField(readBlock(source), name) ?? {};
  for (const item of items.toReversed()) {
    const changed = item.text === '' ? '' : change(item.text);
    if (changed === item.text) continue;
    const block = readBlock(text);
    text = splice(text, item, block.toScalar(changed, name, findField(block, name)?.isFlow));
  }
  return text;
}

/** A document's file with a field that holds one text made a list of the texts between its commas. */
export function splitIntoList(source: string, name: string): string {
  const block = readBlock(source);
  const field = findField(block, name);
  const items = (field?.text ?? '')
    .split(/[,;]/)
    .map((item) => item.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((item) => item !== '');
  if (!field || items.length === 0) return source;
  return replaceValue(source, field, `[${items.map((item) => block.toScalar(item, name, true)).join(', ')}]`);
}

function replaceValue(text: string, { value }: Field, written: string): string {
  return splice(text, value, value.end > value.start ? written : ` ${written}`);
}

/** An item of a list with the comma, or the line, that is its own. */
function extentOfItem(text: string, { items = [], isFlow }: Field, index: number): Extent {
  const { start, end } = items[index] ?? { start: 0, end: 0 };
  if (isFlow) {
    const next = items[index + 1]?.start;
    return next === undefined ? { start: items[index - 1]?.end ?? start, end } : { start, end: next };
  }
  return { start: text.lastIndexOf('\n', start) + 1, end: lineEnd(text, end) };
}

const LEADING = ['title', 'description', 'date'];

function addField(
  text: string,
  block: Block,
  name: string,
  value: string,
  leaving: readonly string[],
): string {
  const line = block.toPair(name, value) + block.eol;
  const leaver = leaving.map((name) => findField(block, name)).find((field) => field !== undefined);
  if (leaver) return splice(text, { start: leaver.start, end: leaver.start }, line);
  const before = LEADING.map((name) => findField(block, name)).findLast((field) => field !== undefined);
  const start = before?.end ?? block.start;
  return splice(text, { start, end: start }, line);
}
