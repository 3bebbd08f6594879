import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';

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

/** The front matter of a file: where it stands, and its fields with their places in it. */
export interface Block {
  /** Offset of the first character after the opening line. */
  readonly start: number;
  readonly end: number;
  readonly eol: string;
  readonly fields: YAMLMap<Node, Node | null>;
}

/** Finds and parses the front matter. Throws where it is not written as one field on each line. */
export function readBlock(source: string): Block {
  if (/^\uFEFF?\+\+\+/.test(source)) {
    throw new Error('The front matter is TOML, which is not changed for you: edit it, or write it as YAML.');
  }
  const match = /^(\uFEFF?---[ \t]*(\r\n|\r|\n))([\s\S]*?)^---[ \t]*$/m.exec(source);
  if (!match || match.index > 0) throw new Error('The front matter cannot be read.');
  const [, opening = '', eol = '\n', text = ''] = match;
  const { contents, errors } = parseDocument(text, { schema: 'failsafe' });
  const start = opening.length;
  if (contents === null) return { start, end: start + text.length, eol, fields: new EMPTY() };
  if (errors.length > 0 || !isMap(contents) || contents.flow === true) {
    throw new Error('The front matter is not written as one "name: value" on each line.');
  }
  return { start, end: start + text.length, eol, fields: contents as YAMLMap<Node, Node | null> };
}

/** A front matter without any field. */
const EMPTY = class {
  readonly items: Pair<Node, Node | null>[] = [];
} as unknown as new () => YAMLMap<Node, Node | null>;

/** A field with its key, by its name. */
export function findPair({ fields }: Block, name: string): Pair<Node, Node | null> | undefined {
  return fields.items.find(({ key }) => isScalar(key) && key.value === name);
}

/** A part of a file, from one offset up to another. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A part of the front matter as a part of the file. */
export function at(block: Block, start: number, end: number): Extent {
  return { start: block.start + start, end: block.start + end };
}

/** The text with one part replaced. */
export function splice(text: string, { start, end }: Extent, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Offset behind the line break that ends the line at an offset. */
export function lineEnd(text: string, offset: number): number {
  const match = /\r\n|\r|\n/.exec(text.slice(offset));
  return match ? offset + match.index + match[0].length : text.length;
}
