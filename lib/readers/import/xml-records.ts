import { Parser } from 'htmlparser2';

/** An element with what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** More of the text of one element is not kept: nobody comments at such length. */
const MAX_TEXT = 256 * 1024;

const MAX_DEPTH = 64;

/**
 * Hands over the elements with one of `names`, each when it ends and then forgets it, so that a file of any size takes little memory. One
 * inside another is a part of that. Entities that a file declares are not known here, and so cannot expand. Throws for a file that ends
 * too early or is nested too deeply.
 */
export async function readXmlRecords(
  pieces: AsyncIterable<string>,
  names: readonly string[],
  onRecord: (record: XmlElement) => void,
): Promise<void> {
  const open: XmlElement[] = [];
  let depth = 0;
  let isEnding = false;
  let isCut = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH) throw new Error(`The file is nested more than ${MAX_DEPTH} levels deep.`);
        if (open.length === 0 && !names.includes(name)) return;
        const element: XmlElement = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const element = open.at(-1);
        if (element && element.text.length < MAX_TEXT) element.text += text;
      },
      onclosetag() {
        depth -= 1;
        isCut ||= isEnding;
        const record = open.pop();
        if (record && open.length === 0 && !isEnding) onRecord(record);
      },
    },
    { xmlMode: true },
  );
  for await (const piece of pieces) parser.write(piece);
  isEnding = true;
  parser.end();
  if (isCut) throw new Error('The file ends too early, or is no XML: nothing was taken from it.');
}

/** The first child of a name. */
export function childOf({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child) => child.name === name);
}

/** The text of the first child of a name; empty where there is none. */
export function textOf(element: XmlElement | undefined, name: string): string {
  return (element && childOf(element, name)?.text.trim()) ?? '';
}
