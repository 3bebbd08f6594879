import path from 'node:path';
import { formatPermalinks, listNewUrls, PERMALINKS_FILE, readPermalinks } from '../content/permalinks';
import { getContentFolder } from '../content/posts';
import { writeText } from './write-text';

/** Adds addresses, decoded, to `permalinks.json`; gives those that were new. */
export function keepPermalinks(urls: readonly string[]): string[] {
  const root = getContentFolder();
  const permalinks = readPermalinks(root);
  if (permalinks.problems.length > 0) return [];
  const added = listNewUrls(permalinks, urls);
  if (added.length > 0 || !permalinks.isKept) {
    writeText(path.join(root, PERMALINKS_FILE), formatPermalinks(permalinks, urls));
  }
  return added;
}
