import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { commentsPath } from '@/lib/urls';
import type { CommentsView } from '@/lib/views/comments';
import { CommentList } from './comment-list';

interface CommentsSectionProps {
  slug: string;
  comments: CommentsView;
  strings: Strings;
}

/** What readers answered to a post. The element around the list brings those that came after the page was made. */
export function CommentsSection({ slug, comments, strings }: CommentsSectionProps) {
  const { list, isOpen, isOfMentions = false } = comments;
  if (list.length === 0 && !isOpen) return null;
  return (
    <section className="comments" aria-labelledby="comments">
      <h2 id="comments">{formatMessage(strings, isOfMentions ? 'mentions' : 'comments')}</h2>
      {isOfMentions ? (
        <CommentList comments={list} strings={strings} />
      ) : (
        <>
          <colophon-comments data-from={commentsPath(slug)}>
            <CommentList comments={list} strings={strings} />
          </colophon-comments>
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
