import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import type { EntryView } from '@/lib/views/entry-view';
import { EntryList } from './entry-list';
import { PostIndex } from './post-index';

interface FeaturedListProps {
  posts: readonly EntryView[];
  strings: Strings;
}

/** The posts an author chose to lead the home page; nothing when there are none. */
export function FeaturedList({ posts, strings }: FeaturedListProps) {
  if (posts.length === 0) return null;
  return (
    <PostIndex>
      <section className="post-index-part" aria-labelledby="selected">
        <h2 id="selected">{formatMessage(strings, 'startHere')}</h2>
        <EntryList posts={posts} strings={strings} dates="year" />
      </section>
    </PostIndex>
  );
}
