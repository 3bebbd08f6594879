import type { Metadata } from 'next';
import type { Post } from '@/lib/content/types';
import { toRfc3339 } from '@/lib/dates';
import type { Site } from '@/lib/site';
import { postPath } from '@/lib/urls';
import { toMetadata } from './page-metadata';

/** The metadata of a post. Posts that no list shows ask search engines to stay away. */
export function toPostMetadata(post: Post, site: Site): Metadata {
  const metadata = toMetadata(site, {
    title: post.title,
    description: post.description,
    canonical: post.canonical ?? postPath(post.slug),
    isHidden: post.state !== 'published',
  });
  return {
    ...metadata,
    ...(post.authors.length > 0
      ? { authors: post.authors.map(({ name, url }) => ({ name, ...(url && { url }) })) }
      : {}),
    openGraph: {
      ...metadata.openGraph,
      type: 'article',
      url: postPath(post.slug),
      ...(post.date ? { publishedTime: toRfc3339(post.date, site.timeZone) } : {}),
      ...(post.updated ? { modifiedTime: toRfc3339(post.updated, site.timeZone) } : {}),
      tags: post.tags.map(({ label }) => label),
      authors: post.authors.map(({ name }) => name),
    },
  };
}
