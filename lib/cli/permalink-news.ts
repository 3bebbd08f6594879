import { listNewUrls, listUrls, PERMALINKS_FILE, readPermalinks } from '../content/permalinks';
import { getContentFolder, loadContent } from '../content/posts';

/** How many published addresses the blog does not hold yet, as a note; nothing where it holds them all. */
export function countPermalinkNews(): string | undefined {
  const permalinks = readPermalinks(getContentFolder());
  if (!permalinks.isKept) {
    return `Note: npm run permalinks writes down the published addresses in ${PERMALINKS_FILE}, so that none gets lost.`;
  }
  const count = listNewUrls(permalinks, listUrls(loadContent('public'))).length;
  if (count === 0) return undefined;
  const addresses = count === 1 ? '1 published address is' : `${count} published addresses are`;
  return `Note: ${addresses} not in ${PERMALINKS_FILE} yet. npm run permalinks adds what is new.`;
}
