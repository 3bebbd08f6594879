import path from 'node:path';
import { formatPermalinks, listNewUrls, PERMALINKS_FILE, readPermalinks } from '../content/permalinks';
import { loadContent } from '../content/posts';
import { writeText } from './write-text';

/** Adds the addresses that readers are given now to `permalinks.json`; gives those that were new. */
export function keepPermalinks(): string[] {
  const index = loadContent('public');
  const permalinks = readPermalinks(index.root);
  if (permalinks.problems.length > 0) return [];
  const added = listNewUrls(permalinks, index);
  if (added.length > 0 || !permalinks.isKept) {
    writeText(path.join(index.root, PERMALINKS_FILE), formatPermalinks(permalinks, index));
  }
  return added;
}
