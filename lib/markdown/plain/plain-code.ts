import type { ElementContent } from 'hast';
import type { CodeBlockProps } from '../code/types';

/** A block of code that is readable without our styles: its title, its text as it is, and its caption. */
export function toPlainCode({ html, language, title, caption, tab, tabs }: CodeBlockProps): ElementContent[] {
  if (tabs) return tabs.flatMap(toPlainCode);
  const name = [tab, title].filter(Boolean).join(': ');
  return [
    ...(name ? [element('p', [element('strong', [text(name)])])] : []),
    element('pre', [element('code', [text(toText(html))], language)]),
    ...(caption ? [element('p', [element('em', [text(caption)])])] : []),
  ];
}

/** Highlighted lines back to their text; where some are added or removed, all lines get a column of signs. */
function toText(html: string): string {
  const hasChanges = /<(ins|del)\b/.test(html);
  const signed = hasChanges ? html.replace(LINE_START, addSign) : html;
  const plain = decodeEntities(signed.replace(/<[^>]*>/g, ''));
  return hasChanges ? plain.replace(/\n *$/, '') : plain;
}

/** The tags at the start of a line, up to the one that says it was added or removed. */
const LINE_START = /^((?:<(?!ins\b|del\b)[^>]*>)*)(<(?:ins|del)\b)?/gm;

function addSign(_match: string, before: string, change = ''): string {
  const sign = change === '' ? '  ' : change === '<ins' ? '+ ' : '- ';
  return sign + before + change;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function decodeEntities(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, (_match, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? '';
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function element(tagName: string, children: ElementContent[], language?: string): ElementContent {
  const isNamed = language !== undefined && language !== 'text';
  const properties = isNamed ? { className: [`language-${language}`] } : {};
  return { type: 'element', tagName, properties, children };
}
