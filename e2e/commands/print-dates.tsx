import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { GET as getFeed } from '@/app/feed.xml/route';
import { toPostMetadata } from '@/app/post-metadata';
import getSitemap from '@/app/sitemap';
import { EntryList } from '@/components/entry-list';
import { PostHeader } from '@/components/post-header';
import { getContent } from '@/lib/content/posts';

/** Everything the site says about days, by what says it to readers: compared under several time zones. */
const { site, posts } = getContent();
const { language } = site;
const described = posts.map((post) => ({
  slug: post.slug,
  header: renderToStaticMarkup(createElement(PostHeader, { post, language })),
  entry: renderToStaticMarkup(createElement(EntryList, { posts: [post], language })),
  metadata: toPostMetadata(post, site),
}));
const feed = await (await getFeed()).text();
console.log(JSON.stringify({ timeZone: process.env.TZ, posts: described, feed, sitemap: getSitemap() }));
