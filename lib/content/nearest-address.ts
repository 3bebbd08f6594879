import { getEditDistance } from './edit-distance';

/** A page that a reader may have meant: decoded path and title. */
export type Address = readonly [path: string, title: string];

/** How like an address has to be, from 0 to 1, to be listed. */
const MIN_LIKENESS = 0.6;

/** Pages whose address is nearest to one that leads nowhere, nearest first. */
export function findNearestAddresses(wanted: string, addresses: readonly Address[], most: number): Address[] {
  const name = toName(wanted);
  if (name === '') return [];
  return addresses
    .map((address) => ({ address, likeness: compare(name, address) }))
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ address }) => address);
}

function compare(name: string, [path, title]: Address): number {
  const words = toName(title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'));
  return Math.max(measureLikeness(name, toName(path)), measureLikeness(name, words));
}

/** The last part of a path without what other blogs put around a name: dates, numbers, endings. */
function toName(path: string): string {
  const last =
    path
      .replace(/\/(index\.\w+)?$/, '')
      .split('/')
      .at(-1) ?? '';
  return last
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.(html?|php|aspx?|md|mdx)$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}-/, '')
    .replace(/[\s_]+/g, '-');
}

function measureLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  const letters = 1 - getEditDistance(a, b, Math.ceil((1 - MIN_LIKENESS) * longest)) / longest;
  const [wordsOfA, wordsOfB] = [new Set(a.split('-')), new Set(b.split('-'))];
  const shared = [...wordsOfA].filter((word) => word.length > 2 && wordsOfB.has(word)).length;
  return Math.max(letters, (0.9 * 2 * shared) / (wordsOfA.size + wordsOfB.size));
}
