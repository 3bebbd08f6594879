import type { EntryView } from '@/lib/views/entry-view';
import { EntryList } from './entry-list';

interface RelatedListProps {
  posts: readonly EntryView[];
  language: string;
}

/** Posts on the same subjects; nothing when there are none. */
export function RelatedList({ posts, language }: RelatedListProps) {
  if (posts.length === 0) return null;
  return (
    <nav className="aside-list" aria-labelledby="related">
      <h2 id="related">Related</h2>
      <EntryList posts={posts} language={language} dates="year" />
    </nav>
  );
}
