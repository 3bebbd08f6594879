import type { ContentIndex } from '../content/content-index';
import { checkPermalinks, readPermalinks } from '../content/permalinks';
import { loadContent } from '../content/posts';
import type { Problem } from '../content/problems';
import { checkCards } from './check-cards';
import { checkFaces } from './check-fonts';

/** What is wrong with a site beside its texts: published addresses that lead nowhere, social cards, font files. */
export async function checkSite(index: ContentIndex): Promise<Problem[]> {
  const permalinks = checkPermalinks(readPermalinks(index.root), loadContent('public'));
  return [...permalinks, ...(await checkCards(index)), ...checkFaces(index)];
}
