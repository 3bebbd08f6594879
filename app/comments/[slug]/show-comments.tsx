import { cookies } from 'next/headers';
import { Pagination } from '@/components/pagination';
import { CommentList } from '@/components/readers/comment-list';
import { CommentNotices } from '@/components/readers/comment-notices';
import { WaitingComments } from '@/components/readers/waiting-comments';
import type { Post } from '@/lib/content/types';
import { type Comment, toPublicComment } from '@/lib/readers/comment';
import { findCommentDraft } from '@/lib/readers/comment-draft';
import { readCommentsPage } from '@/lib/readers/comments-page';
import { describeFault } from '@/lib/readers/describe-fault';
import type { ReadersPart } from '@/lib/readers/readers-part';
import { renderComment } from '@/lib/readers/render-comment';
import { hashToken } from '@/lib/readers/signature';
import { canEdit, WRITER_COOKIE } from '@/lib/readers/writer-cookie';
import { formatMessage } from '@/lib/site/strings/messages';
import { commentsPagePath, commentsPath, ownDataPath } from '@/lib/urls';
import { isOpenForComments } from '@/lib/views/comments';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { type Asked, toScope } from './asked';
import { showForm } from './show-form';

/**
 * A page of the comments of a post, what its reader wrote, and the form. A function, not a component: where the database goes away
 * meanwhile, the page says so.
 */
export async function showComments({ post, part, query }: Asked) {
  const { store } = part;
  const strings = getStrings();
  const writer = (await cookies()).get(WRITER_COOKIE)?.value;
  const draft = query.draft ? await findCommentDraft(store, query.draft, post.id) : undefined;
  const preview = draft?.isPreview ? await renderComment(draft.body) : undefined;
  const own = await findOwn(part, query.edit ?? draft?.edited, writer);
  const waiting = writer ? await store.listOfWriter(hashToken(writer), post.id) : [];
  const isOpen = isOpenForComments(post, getIndex());
  const parent = await findParent(part, post, draft?.parent ?? query.answer);
  const here = commentsPath(post.slug);
  const lost = query.edit !== undefined && !own ? 'noChange' : undefined;
  const fault = draft?.isChallenged ? 'manyLinks' : (draft?.fault ?? lost);
  const shown = await readCommentsPage(store, toScope(post), {
    comment: query.comment ?? parent?.id ?? query.edit_link,
    page: query.page,
  });
  return (
    <div className="comments md:ms-55">
      <CommentList
        {...shown}
        comments={shown.list.map(toPublicComment)}
        slug={post.slug}
        strings={strings}
        actions={({ id }) =>
          isOpen ? { answer: `${here}?answer=${id}#write`, quote: `${here}?answer=${id}&quote=#write` } : {}
        }
      />
      <Pagination
        {...{ page: shown.page, pages: shown.pages, strings }}
        path={(page) => commentsPagePath(post.slug, page)}
        isOldestFirst
      />
      <WaitingComments comments={waiting} strings={strings} />
      <div id="write">
        <CommentNotices
          fault={fault && describeFault(fault, strings)}
          preview={preview}
          sent={query.sent}
          own={query.sent ? query.edit_link : undefined}
          here={here}
          strings={strings}
        />
        {isOpen || own ? (
          await showForm({ post, part, draft, own, parent, isQuoted: query.quote !== undefined })
        ) : (
          <p>{formatMessage(strings, 'commentsClosed')}</p>
        )}
      </div>
      <p className="meta">
        <a href={ownDataPath}>{formatMessage(strings, 'ownData')}</a>
      </p>
    </div>
  );
}

/** The comment that is answered, if readers see it. */
async function findParent({ store }: ReadersPart, post: Post, id = ''): Promise<Comment | undefined> {
  const found = id === '' ? undefined : await store.findComment(id);
  return found?.post === post.id && found.state === 'approved' ? found : undefined;
}

/** The comment that the reader may still change. */
async function findOwn({ store }: ReadersPart, id: string | undefined, writer: string | undefined) {
  const comment = id ? await store.findComment(id) : undefined;
  const isKept = comment?.state === 'held' || comment?.state === 'approved';
  return isKept && (await canEdit(store, comment, writer)) ? comment : undefined;
}
