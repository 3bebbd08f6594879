import type { Answer } from '../address-table';

/** The type of files that no server knows. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** Media types with character sets, as servers learn them. */
export interface MediaTypes {
  /** By the ending of a file's name, in lower case and without its dot. */
  readonly byEnding: ReadonlyMap<string, string>;
  /** Of addresses whose file has another type than its ending says. */
  readonly exceptions: ReadonlyMap<string, string>;
}

/** The media types of all answers of a build. Of several types of one ending, the most frequent one is that of the ending. */
export function toMediaTypes(answers: Readonly<Record<string, Answer>>): MediaTypes {
  const files = Object.entries(answers).map(([address, { file, type }]) => {
    const isPage = file.endsWith('.html');
    return { address, type, ending: isPage ? 'html' : toEnding(address) };
  });
  const byEnding = new Map<string, string>();
  for (const [ending, all] of groupBy(files, ({ ending }) => ending)) {
    if (ending !== '') byEnding.set(ending, findMostFrequent(all.map(({ type }) => type)));
  }
  const exceptions = files.filter(({ type, ending }) => type !== (byEnding.get(ending) ?? UNKNOWN_TYPE));
  return { byEnding, exceptions: new Map(exceptions.map(({ address, type }) => [address, type])) };
}

function toEnding(address: string): string {
  return /\.([a-z0-9]+)$/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

function findMostFrequent(types: readonly string[]): string {
  const counted = [...groupBy(types, (type) => type)].sort(([, a], [, b]) => b.length - a.length);
  return counted[0]?.[0] ?? UNKNOWN_TYPE;
}

function groupBy<Item>(items: readonly Item[], toKey: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(toKey(item), [...(groups.get(toKey(item)) ?? []), item]);
  return groups;
}
