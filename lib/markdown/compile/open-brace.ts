import { type Place, placeAt } from '../../content/problems';

/** Where the first `{` before a place stands that no `}` answers; code and escaped braces do not count. */
export function findOpenBrace(source: string, end: Place): Place | undefined {
  const lines = source.split('\n').slice(0, end.line);
  const last = (lines.pop() ?? '').slice(0, end.column - 1);
  const text = blankCode([...lines, last].join('\n'));
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/\\.|[{}]/g)) {
    if (brace === '{') open.push(index);
    if (brace === '}') open.pop();
  }
  const first = open[0];
  return first === undefined ? undefined : placeAt(text, first);
}

/** The same text with blanks for code blocks and code between backticks. */
function blankCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, ' ');
  return text
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[^`][\s\S]*?(?<!`)\1(?!`)/g, blank);
}
