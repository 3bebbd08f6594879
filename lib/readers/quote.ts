/** How much of a comment is quoted: who answers keeps room, and cuts it down anyway. */
const MAX_LENGTH = 2000;

/** The text of a comment as the beginning of an answer, in Markdown. What it quoted itself is left out. */
export function quote(body: string): string {
  const own = body
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim();
  const text = own.length > MAX_LENGTH ? `${own.slice(0, MAX_LENGTH).trimEnd()} …` : own;
  return text === '' ? '' : `${text.replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n\n`;
}
