import { buildAtom } from '@/lib/syndication/atom';
import type { Feed } from '@/lib/syndication/feed';
import { formatFeedOrnament } from '@/lib/syndication/feed-ornament';
import { buildJsonFeed } from '@/lib/syndication/json-feed';
import { buildRss } from '@/lib/syndication/rss';
import { absoluteUrl, type FeedFormat } from '@/lib/urls';
import { getShownSection } from '@/lib/views/current-index';
import { type FeedList, type FeedView, viewFeed } from '@/lib/views/feed';
import { renderFeedBody } from './render-plain';

/** Browsers show `application/rss+xml` and `application/atom+xml` as source; feed readers take either. */
const FORMATS: Readonly<Record<FeedFormat, { build: (feed: Feed) => string; type: string }>> = {
  rss: { build: buildRss, type: 'application/xml; charset=utf-8' },
  atom: { build: buildAtom, type: 'application/xml; charset=utf-8' },
  json: { build: buildJsonFeed, type: 'application/feed+json; charset=utf-8' },
};

/** A feed in one of its formats; of the main section where none is named. */
export async function respondWithFeed(
  format: FeedFormat,
  list: FeedList,
  section?: string,
): Promise<Response> {
  const index = getShownSection(section);
  const view = index && (await viewFeed(index, list));
  if (!view) return new Response('There is no such feed.', { status: 404 });
  const { build, type } = FORMATS[format];
  const entries = await Promise.all(view.entries.map((entry) => renderEntry(entry, view.site.url)));
  return new Response(build({ ...view, entries }), { headers: { 'Content-Type': type } });
}

async function renderEntry({ post, image, ornament }: FeedView['entries'][number], siteUrl: string) {
  const head = ornament === undefined ? '' : formatFeedOrnament(absoluteUrl(siteUrl, ornament));
  return { post, content: head + (await renderFeedBody(post.slug)), image };
}
