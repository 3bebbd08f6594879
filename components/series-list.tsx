import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { inSection, postPath, seriesPath } from '@/lib/urls';
import type { EntryView } from '@/lib/views/entry-view';

interface SeriesListProps {
  name: string;
  slug: string;
  /** All parts in order. */
  posts: readonly EntryView[];
  /** Slug of the part being read. */
  current: string;
  strings: Strings;
}

/** The parts of a series in order, the one being read marked; an unlisted post is none of them. */
export function SeriesList({ name, slug, posts, current, strings }: SeriesListProps) {
  const part = posts.findIndex((post) => post.slug === current) + 1;
  return (
    <nav className="aside-list" aria-labelledby="series">
      <h2 id="series">
        <a href={inSection(strings, seriesPath(slug))}>{name}</a>
      </h2>
      {part > 0 && <p className="meta">{formatMessage(strings, 'part', { part, count: posts.length })}</p>}
      <ol className="series">
        {posts.map((post) => (
          <li key={post.slug} lang={post.lang}>
            {post.slug === current ? (
              <span aria-current="page">{post.title}</span>
            ) : (
              <a href={postPath(post.slug)}>{post.title}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
