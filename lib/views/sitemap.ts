import { createWeakProcessCache } from '../cache/process-cache';
import type { ContentIndex } from '../content/content-index';
import { listDocumentMedia } from '../markdown/media/media-list';
import {
  buildSitemap,
  buildSitemapPart,
  listSitemapEntries,
  type SitemapEntry,
} from '../syndication/sitemap';

/** The text of `sitemap.xml`. */
export async function viewSitemap(index: ContentIndex): Promise<string> {
  return buildSitemap(index.site.url, await getEntries(index));
}

/** The text of a part of a sitemap that is too long for one file, counted from 1; undefined where there is none. */
export async function viewSitemapPart(index: ContentIndex, part: number): Promise<string | undefined> {
  return buildSitemapPart(index.site.url, await getEntries(index), part);
}

function getEntries(index: ContentIndex): Promise<SitemapEntry[]> {
  return entries.getOrCreate(index, () => listEntries(index));
}

const entries = createWeakProcessCache<ContentIndex, Promise<SitemapEntry[]>>('entries of the sitemap');

/** Every page that search engines should know, with the images of posts. */
async function listEntries(index: ContentIndex): Promise<SitemapEntry[]> {
  const images = new Map<string, string[]>();
  for (const post of (index.whole ?? index).posts) {
    const media = await listDocumentMedia(post, index);
    const shown = media.filter(({ width }) => width !== undefined).map(({ path }) => path);
    images.set(post.slug, [...new Set(shown)]);
  }
  return listSitemapEntries(index, ({ slug }) => images.get(slug) ?? []);
}
