import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { ContentIndex } from '../../content/content-index';
import { toPlainPunctuation } from '../../content/punctuation';
import type { Post } from '../../content/types';
import { readHeadingText } from '../../markdown/compile/heading-text';
import { getPlainTree } from '../../markdown/plain/plain-tree';
import { CODE_LINE, type TextSection } from '../index-format';

const HEADING = /^h[1-6]$/;
const BLOCK =
  /^(address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|form|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/;
/** How a plain tree names the kind of a callout. */
const CALLOUT = /^\[!\w+\]$/;
const NOTE_LINK = /^doc-(noteref|backlink)$/;
const SILENT = /^(annotation|script|style|svg|template)$/;

/** The text of a post by section, from the same compiled form as its page. Always at least one section. */
export async function readSections(post: Post, index: ContentIndex): Promise<TextSection[]> {
  return toSections(await getPlainTree(post, index));
}

/** Splits an HTML tree at its headings. Images give their alternative text and their caption; table cells stay on one line. */
export function toSections(tree: Root): TextSection[] {
  const writer = createWriter();
  for (const node of tree.children) write(node, writer);
  return writer.end();
}

interface Writer {
  text(value: string): void;
  /** Ends the line. */
  cut(): void;
  code(value: string): void;
  section(id: string, heading: string): void;
  end(): TextSection[];
}

function write(node: RootContent | ElementContent, writer: Writer): void {
  if (node.type === 'text') writer.text(toPlainPunctuation(node.value));
  if (node.type !== 'element' || isSilent(node)) return;
  const { tagName, properties } = node;
  if (HEADING.test(tagName) && typeof properties.id === 'string') {
    writer.section(properties.id, toPlainPunctuation(readHeadingText(node)));
  } else if (tagName === 'pre') writer.code(toText(node));
  else if (tagName === 'img') writer.text(` ${properties.alt ?? ''} ${properties.title ?? ''} `);
  else if (tagName === 'br') writer.cut();
  else {
    const isBlock = BLOCK.test(tagName);
    if (isBlock) writer.cut();
    for (const child of node.children) write(child, writer);
    if (tagName === 'td' || tagName === 'th') writer.text(' ');
    if (isBlock) writer.cut();
  }
}

/** Also the links that lead to a note and back: they are no words of the text. */
function isSilent({ tagName, properties }: Element): boolean {
  return SILENT.test(tagName) || NOTE_LINK.test(String(properties.role));
}

function createWriter(): Writer {
  const sections: { id: string; heading: string; lines: string[] }[] = [{ id: '', heading: '', lines: [] }];
  let line = '';
  const push = (text: string) => sections.at(-1)?.lines.push(text);
  const cut = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '' && !CALLOUT.test(text)) push(text);
    line = '';
  };
  return {
    text: (value) => {
      line += value;
    },
    cut,
    code: (value) => {
      cut();
      for (const row of value.split('\n')) if (row.trim() !== '') push(CODE_LINE + row.trimEnd());
    },
    section: (id, heading) => {
      cut();
      sections.push({ id, heading, lines: [] });
    },
    end: () => {
      cut();
      return sections;
    },
  };
}
