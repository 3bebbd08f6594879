import type { PublicComment } from '@/lib/readers/comment';
import type { SilentCounts } from '@/lib/readers/threads';
import { formatMessage, formatNumber, type Strings } from '@/lib/site/strings/messages';

interface MentionLinesProps {
  comments: readonly PublicComment[];
  counts: SilentCounts;
  strings: Strings;
}

const LINES = [
  ['like', 'likes'],
  ['repost', 'reposts'],
] as const;

/** Those on other sites who like a post, and who posted it again, a line each. */
export function MentionLines({ comments, counts, strings }: MentionLinesProps) {
  return LINES.map(([kind, label]) => {
    const those = comments.filter(({ mention }) => mention?.kind === kind);
    return (
      those.length > 0 && (
        <p key={kind} className="mentions">
          {formatMessage(strings, label)} ({formatNumber(counts[kind], strings.language)}):{' '}
          {those.map(({ id, name, mention }, position) => (
            <span key={id} id={`comment-${id}`}>
              {position > 0 && ', '}
              <bdi>
                <ForeignLink href={mention?.url}>{name}</ForeignLink>
              </bdi>
            </span>
          ))}
          {counts[kind] > those.length && ' …'}
        </p>
      )
    );
  });
}

/** A link to a site of a stranger, which says nothing for it and nothing of its reader. */
export function ForeignLink({ href, children }: { href: string | undefined; children: string }) {
  if (href === undefined) return children;
  return (
    <a href={href} rel="nofollow ugc noopener" referrerPolicy="no-referrer">
      {children}
    </a>
  );
}
