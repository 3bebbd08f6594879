import { getContent } from '@/lib/content/posts';
import { renderFeedHtml } from '@/lib/markdown/feed-html';
import { buildRss } from '@/lib/syndication/rss';
import { absoluteUrl, postPath } from '@/lib/urls';

export const dynamic = 'force-static';

export async function GET() {
  const index = getContent();
  const posts = index.posts.filter(({ state }) => state === 'published').slice(0, index.site.postsInFeed);
  const items = posts.map(async (post) => ({
    post,
    content: await renderFeedHtml(post, index, absoluteUrl(index.site.url, postPath(post.slug))),
  }));
  const xml = buildRss(index.site, await Promise.all(items));
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}
