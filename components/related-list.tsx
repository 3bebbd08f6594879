import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import type { EntryView } from '@/lib/views/entry-view';
import { EntryList } from './entry-list';

interface RelatedListProps {
  posts: readonly EntryView[];
  strings: Strings;
}

/** Posts on the same subjects; nothing when there are none. */
export function RelatedList({ posts, strings }: RelatedListProps) {
  if (posts.length === 0) return null;
  return (
    <nav className="aside-list" aria-labelledby="related">
      <h2 id="related">{formatMessage(strings, 'related')}</h2>
      <EntryList posts={posts} strings={strings} dates="year" />
    </nav>
  );
}
