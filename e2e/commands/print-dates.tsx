import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { GET as getFeed } from '@/app/feed.xml/route';
import { GET as getSitemap } from '@/app/sitemap.xml/route';
import { EntryList } from '@/components/entry-list';
import { PostHeader } from '@/components/post-header';
import { getContent } from '@/lib/content/posts';
import { toEntryView } from '@/lib/views/entry-view';
import { viewPostHeader } from '@/lib/views/post-header';
import { toPostMetadata } from '@/lib/views/post-metadata';

/** Everything the site says about days, by what says it to readers: compared under several time zones. */
const index = getContent();
const { strings } = index;
const described = [];
for (const post of index.posts) {
  const header = renderToStaticMarkup(
    createElement(PostHeader, { header: viewPostHeader(post, index), strings }),
  );
  const entry = renderToStaticMarkup(createElement(EntryList, { posts: [toEntryView(post)], strings }));
  const metadata = await toPostMetadata(post, index);
  described.push({ slug: post.slug, header, entry, metadata });
}
const feed = await (await getFeed()).text();
const sitemap = await (await getSitemap()).text();
console.log(JSON.stringify({ timeZone: process.env.TZ, posts: described, feed, sitemap }));
