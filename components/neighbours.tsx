import { formatList, formatMessage, type Strings } from '@/lib/site/strings/messages';
import { postPath } from '@/lib/urls';
import type { EntryView } from '@/lib/views/entry-view';

interface NeighboursProps {
  earlier?: EntryView | undefined;
  later?: EntryView | undefined;
  strings: Strings;
}

/** The posts before and after this one in time. */
export function Neighbours({ earlier, later, strings }: NeighboursProps) {
  if (!earlier && !later) return null;
  const labels = { earlier: formatMessage(strings, 'earlier'), later: formatMessage(strings, 'later') };
  return (
    <nav
      className="mt-12 grid gap-x-13 gap-y-4 text-nav sm:grid-cols-2 print:hidden"
      aria-label={formatList([labels.earlier, labels.later], strings.language)}
    >
      {earlier && <Neighbour label={labels.earlier} rel="prev" post={earlier} />}
      {later && (
        <div className="sm:col-start-2 sm:text-end">
          <Neighbour label={labels.later} rel="next" post={later} />
        </div>
      )}
    </nav>
  );
}

function Neighbour({ label, rel, post }: { label: string; rel: string; post: EntryView }) {
  return (
    <a className="block no-underline" rel={rel} href={postPath(post.slug)}>
      <span className="block text-ink-3 italic">{label}</span> <span lang={post.lang}>{post.title}</span>
    </a>
  );
}
