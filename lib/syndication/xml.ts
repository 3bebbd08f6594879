/** Characters that XML 1.0 cannot hold, not even escaped (section 2.2 of the recommendation). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML content or attribute value. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** An element with text content, or nothing where the text is undefined. */
export function element(
  name: string,
  text: string | undefined,
  attributes: Record<string, string> = {},
): string {
  if (text === undefined) return '';
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const start = `<${name}${list.join('')}`;
  return text === '' && list.length > 0 ? `${start}/>` : `${start}>${escapeXml(text)}</${name}>`;
}

/** Lines of a document, without those that are empty or missing, and with an end. */
export function joinLines(lines: readonly (string | undefined)[]): string {
  return `${lines.filter(Boolean).join('\n')}\n`;
}
