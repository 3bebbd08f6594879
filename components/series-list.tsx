import type { Post } from '@/lib/content/types';
import { postPath } from '@/lib/urls';

interface SeriesListProps {
  name: string;
  /** All parts in order, the current one among them. */
  posts: readonly Post[];
  current: Post;
}

/** The parts of a series in order, the one being read marked. */
export function SeriesList({ name, posts, current }: SeriesListProps) {
  const part = posts.findIndex(({ slug }) => slug === current.slug) + 1;
  return (
    <nav className="aside-list" aria-labelledby="series">
      <h2 id="series">{name}</h2>
      <p className="meta">
        Part {part} of {posts.length}
      </p>
      <ol className="series">
        {posts.map((post) => (
          <li key={post.slug} lang={post.lang}>
            {post.slug === current.slug ? (
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
