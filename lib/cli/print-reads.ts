import { loadContent } from '../content/posts';
import { todayIn } from '../dates';
import type { ReadKind, ReadLine } from '../readers/read';
import type { Store } from '../readers/store';
import { listReads } from '../readers/store-read-numbers';
import { EXIT, type Terminal, writeLine } from './terminal';
import { toLine } from './to-line';

const TITLES: readonly (readonly [ReadKind, string])[] = [
  ['post', 'Read to the end'],
  ['host', 'Where its readers came from'],
  ['search', 'Searches that found nothing'],
];

/** Of hosts and searches there may be very many. */
const MAX_LINES = 100;

const BARS = '▁▂▃▄▅▆▇█';

/** Prints what was counted: in the last 7 days, in the last 30, and since the beginning, with a bar for each of the last days. */
export async function printReads(store: Store, terminal: Terminal): Promise<number> {
  const { site, postsBySlug } = loadContent('author');
  const slugs = new Map([...postsBySlug.values()].map(({ id, slug }) => [id, slug]));
  const today = todayIn(site.timeZone, new Date());
  for (const [kind, title] of TITLES) {
    const lines = await listReads(store, kind, today);
    writeLine(terminal, `${title}\n  7 days  30 days      all`);
    for (const line of lines.slice(0, MAX_LINES))
      writeLine(terminal, formatLine({ ...line, name: slugs.get(line.name) ?? line.name }));
    if (lines.length > MAX_LINES) writeLine(terminal, `and ${lines.length - MAX_LINES} more`);
    writeLine(terminal, '');
  }
  return EXIT.done;
}

function formatLine({ name, days, week, month, all }: ReadLine): string {
  const numbers = [week, month, all].map((number) => String(number).padStart(8)).join(' ');
  return `${numbers}  ${formatBars(days)}  ${toLine(name) || 'others'}`;
}

function formatBars(days: readonly number[]): string {
  const most = Math.max(1, ...days);
  return days.map((number) => (number === 0 ? ' ' : BARS[Math.ceil((number / most) * 8) - 1])).join('');
}
