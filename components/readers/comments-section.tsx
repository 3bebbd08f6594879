import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { commentsPagePath, commentsPath } from '@/lib/urls';
import type { CommentsView } from '@/lib/views/comments';
import { CommentList } from './comment-list';

interface CommentsSectionProps {
  slug: string;
  comments: CommentsView;
  strings: Strings;
}

/** What readers answered to a post. The element around the list brings what came after the page was made. */
export function CommentsSection({ slug, comments, strings }: CommentsSectionProps) {
  const { list, counts, isOpen, newer, earlier, isOfMentions = false } = comments;
  if (list.length === 0 && !isOpen) return null;
  const all = isOfMentions ? undefined : slug;
  const shown = <CommentList comments={list} counts={counts} slug={all} strings={strings} />;
  return (
    <section className="comments" aria-labelledby="comments">
      <h2 id="comments">{formatMessage(strings, isOfMentions ? 'mentions' : 'comments')}</h2>
      {earlier && !isOfMentions && (
        <p className="meta">
          <a href={commentsPagePath(slug, earlier.page)} data-no-prefetch="">
            {formatMessage(strings, 'earlierComments', { count: earlier.count })}
          </a>
        </p>
      )}
      {isOfMentions ? (
        shown
      ) : (
        <>
          <colophon-comments data-from={newer}>{shown}</colophon-comments>
          <p>
            <a href={isOpen ? `${commentsPath(slug)}#write` : commentsPath(slug)} data-no-prefetch="">
              {formatMessage(strings, isOpen ? 'readComments' : 'commentsClosed')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
