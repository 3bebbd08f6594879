import type { ContentIndex } from '@/lib/content/content-index';
import { listDocumentMedia } from '@/lib/markdown/media/media-list';
import { listSitemapEntries, type SitemapEntry } from '@/lib/syndication/sitemap';

/** Every page that search engines should know, with the images of posts. */
export async function getSitemapEntries(index: ContentIndex): Promise<SitemapEntry[]> {
  const images = new Map<string, string[]>();
  for (const post of index.posts) {
    const media = await listDocumentMedia(post, index);
    images.set(post.slug, [
      ...new Set(media.filter(({ width }) => width !== undefined).map(({ path }) => path)),
    ]);
  }
  return listSitemapEntries(index, ({ slug }) => images.get(slug) ?? []);
}
