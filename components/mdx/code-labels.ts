import { formatMessage, type Strings } from '@/lib/site/strings/messages';

const FOLD = /(<input type=checkbox class=fold) data-lines=(\d+)>/g;
const LINE = /(<a class=no [^>]*data-n=(\d+)[^>]*)>/g;

/** The HTML of a block of code with the names of its folds and of its links to lines. */
export function labelCode(html: string, strings: Strings): string {
  return html
    .replace(FOLD, (_, input: string, count: string) => {
      const lines = formatMessage(strings, 'lines', { count: Number(count) });
      const label = formatMessage(strings, 'showLines', { lines });
      return `${input} aria-label="${escapeAttribute(label)}" data-lines="${escapeAttribute(lines)}">`;
    })
    .replace(LINE, (_, link: string, number: string) => {
      return `${link} aria-label="${escapeAttribute(formatMessage(strings, 'line', { number }))}">`;
    });
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
