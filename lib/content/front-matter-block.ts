import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import { type Block, type Field, type FieldItem, lineEnd } from './front-matter-field';
import { readTomlBlock } from './toml-block';

/** Finds and parses the front matter. Throws where it is not written as one field on each line. */
export function readBlock(source: string): Block {
  if (/^\uFEFF?\+\+\+/.test(source)) return readTomlBlock(source);
  const match = /^(\uFEFF?---[ \t]*(\r\n|\r|\n))([\s\S]*?)^---[ \t]*$/m.exec(source);
  if (!match || match.index > 0) throw new Error('The front matter cannot be read.');
  const [, opening = '', eol = '\n', text = ''] = match;
  const { contents, errors } = parseDocument(text, { schema: 'failsafe' });
  const start = opening.length;
  const block = {
    ...{ start, eol },
    toPair: (name: string, value: string) => `${name}: ${value}`,
    toScalar: (value: string | boolean, _name: string, isInFlow = false) => toScalar(value, isInFlow),
  };
  if (contents === null) return { ...block, fields: [] };
  if (errors.length > 0 || !isMap<Node, Node | null>(contents) || contents.flow === true) {
    throw new Error('The front matter is not written as one "name: value" on each line.');
  }
  return { ...block, fields: contents.items.map((pair) => toField(source, start, pair)) };
}

/** A text as YAML writes it, quoted where it would else be read as something other than this text. */
export function toScalar(value: string | boolean, isInFlow = false): string {
  if (typeof value === 'boolean') return String(value);
  const isPlain =
    /^[\p{L}\p{N}/.+][^\n\t]*$/u.test(value) &&
    !/: |:$| #|\s$/.test(value) &&
    !(isInFlow && /[,[\]{}]/.test(value)) &&
    !/^(true|false|null|yes|no|on|off|~)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function toField(source: string, from: number, { key, value }: Pair<Node, Node | null>): Field {
  const [start = 0, keyEnd = 0] = key.range ?? [];
  const colon = source.indexOf(':', from + keyEnd) + 1;
  const [valueStart, valueEnd] = value?.range ?? [0, 0];
  const isEmpty = valueEnd <= valueStart;
  // A block value ends behind its line break already.
  const end = from + Math.max(keyEnd, valueEnd);
  return {
    name: isScalar(key) ? String(key.value) : '',
    start: from + start,
    end: source[end - 1] === '\n' ? end : lineEnd(source, end),
    value: isEmpty ? { start: colon, end: colon } : { start: from + valueStart, end: from + valueEnd },
    text: toText(value),
    isFlow: isSeq(value) && value.flow === true,
    ...(isSeq<Node>(value) && { items: value.items.map((item) => toItem(from, item)) }),
  };
}

function toItem(from: number, item: Node): FieldItem {
  const [start = 0, end = 0] = item.range ?? [];
  return { start: from + start, end: from + end, text: toText(item) };
}

function toText(node: Node | null): string {
  return isScalar(node) ? String(node.value ?? '') : '';
}
