/** A part of a file, from one offset up to another. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A field of a front matter and where it stands in its file. */
export interface Field extends Extent {
  readonly name: string;
  /** Its lines with their comment, up to the next field, are from `start` to `end`; this is its value, which may be empty. */
  readonly value: Extent;
  /** The value of a text, or '' for what is none. */
  readonly text: string;
  /** Of a list. */
  readonly items?: readonly FieldItem[];
  /** True where a list is written between brackets. */
  readonly isFlow: boolean;
}

/** An item of a list: where it stands, and its text, '' for what is none. */
export interface FieldItem extends Extent {
  readonly text: string;
}

/** The front matter of a file: where it stands, its fields, and how its language writes one. */
export interface Block {
  /** Offset of the first character after the opening line. */
  readonly start: number;
  readonly eol: string;
  readonly fields: readonly Field[];
  toPair(name: string, value: string): string;
  toScalar(value: string | boolean, name: string, isInFlow?: boolean): string;
}

/** A field with its place, by its name. */
export function findField({ fields }: Block, name: string): Field | undefined {
  return fields.find((field) => field.name === name);
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
