import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import type { PartView } from '@/lib/views/entry-view';
import { Entry } from './entry';
import { PostIndex } from './post-index';

interface PartListProps {
  /** In the order to read them. */
  posts: readonly PartView[];
  strings: Strings;
}

/** The parts of a series as the contents of a book: number, title and day, and what each is about. */
export function PartList({ posts, strings }: PartListProps) {
  return (
    <PostIndex>
      <section className="post-index-part" aria-labelledby="parts">
        <h2 id="parts">{formatMessage(strings, 'contents')}</h2>
        <ol className="series part-list">
          {posts.map((post) => (
            <li key={post.slug}>
              <Entry post={post} strings={strings} date="long" />
              <p lang={post.lang}>{post.description}</p>
            </li>
          ))}
        </ol>
      </section>
    </PostIndex>
  );
}
