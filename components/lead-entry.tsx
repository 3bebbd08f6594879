import { dayOf, formatDay } from '@/lib/dates';
import { formatMinutes, type Strings } from '@/lib/site/strings/messages';
import { postPath } from '@/lib/urls';
import type { LeadView } from '@/lib/views/entry-view';
import { Picture } from './mdx/picture';
import { Ornament } from './ornament';
import { StateMark } from './state-mark';

interface LeadEntryProps {
  post: LeadView;
  strings: Strings;
}

/** The width of a plate (components/styles/lists.css). */
const PLATE = '(min-width: 41rem) 37rem, calc(100vw - 3.5rem)';

/** The newest post, in large type, at the head of the home page. */
export function LeadEntry({ post, strings }: LeadEntryProps) {
  return (
    <article className="lead-entry" lang={post.lang}>
      {post.ornament && <Ornament ornament={post.ornament} />}
      <p className="meta">
        {post.date && (
          <>
            <time dateTime={dayOf(post.date)}>{formatDay(post.date, strings.language)}</time> ·{' '}
          </>
        )}
        {formatMinutes(post.minutes, strings.language)} <StateMark post={post} strings={strings} />
      </p>
      <h2 className="mt-2 mb-3.75 text-lead">
        <a href={postPath(post.slug)}>{post.title}</a>
      </h2>
      {post.description && <p className="text-dek text-ink-2 italic">{post.description}</p>}
      {post.picture && (
        <div className="plate">
          <Picture
            sizes={PLATE}
            loading="eager"
            fetchPriority="high"
            data-zoom={undefined}
            {...post.picture}
          />
        </div>
      )}
    </article>
  );
}
