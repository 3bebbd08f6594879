import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { CommentForm } from '@/components/readers/comment-form';
import { CommentList } from '@/components/readers/comment-list';
import { CommentNotices } from '@/components/readers/comment-notices';
import { WaitingComments } from '@/components/readers/waiting-comments';
import { getChallengePath } from '@/lib/bundles/challenge-script';
import type { Post } from '@/lib/content/types';
import { makeChallenge } from '@/lib/readers/challenge';
import { type Comment, toPublicComment } from '@/lib/readers/comment';
import { findCommentDraft } from '@/lib/readers/comment-draft';
import { readCommentsPage, readNewer } from '@/lib/readers/comments-page';
import { describeFault } from '@/lib/readers/describe-fault';
import { findModerator, SESSION_COOKIE } from '@/lib/readers/moderators';
import { quote } from '@/lib/readers/quote';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { renderComment } from '@/lib/readers/render-comment';
import { hashToken } from '@/lib/readers/signature';
import { makeStamp } from '@/lib/readers/stamp';
import type { Scope } from '@/lib/readers/threads';
import { canEdit, WRITER_COOKIE } from '@/lib/readers/writer-cookie';
import { formatMessage } from '@/lib/site/strings/messages';
import {
  commentsPagePath,
  commentsPath,
  decodeParam,
  ownDataPath,
  postPath,
  sendCommentPath,
} from '@/lib/urls';
import { isOpenForComments, toShown, viewComments } from '@/lib/views/comments';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { getSection } from '../../_shared/get-section';
import { reportAway } from '../../_shared/report-away';
import { SectionFrame } from '../../_shared/section-frame';
import { toTexts } from '../../_shared/to-texts';

/** Never part of a build: it shows what was approved a moment ago. */
export const dynamic = 'force-dynamic';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = getIndex().postsBySlug.get(decodeParam((await params).slug));
  const title = post && formatMessage(getStrings(), 'commentsOn', { title: post.title });
  return { ...(title && { title }), robots: { index: false, follow: false } };
}

export default async function CommentsPage({ params, searchParams }: Props) {
  const post = getIndex().postsBySlug.get(decodeParam((await params).slug));
  if (!post || !getIndex().site.readers?.comments || !viewComments(post, getIndex())) notFound();
  const query = toTexts(await searchParams);
  const strings = getStrings();
  const isPart = query.since !== undefined;
  const content = await getReadersPart()
    .then((part) => (isPart ? showNewer : showComments)({ post, part, query }))
    .catch(reportAway('The comments cannot be shown'));
  return (
    <SectionFrame section={await getSection()}>
      {!isPart && (
        <PageHead title={formatMessage(strings, 'commentsOn', { title: post.title })}>
          <p>
            <a href={postPath(post.slug)}>{post.title}</a>
          </p>
        </PageHead>
      )}
      {content ?? <p role="status">{formatMessage(strings, 'commentsAway')}</p>}
    </SectionFrame>
  );
}

type Query = Readonly<Record<string, string>>;

interface Asked {
  readonly post: Post;
  readonly part: ReadersPart;
  readonly query: Query;
}

/** A function, not a component: where the database goes away meanwhile, the page says so. */
async function showComments({ post, part, query }: Asked) {
  const { store, secret } = part;
  const strings = getStrings();
  const jar = await cookies();
  const writer = jar.get(WRITER_COOKIE)?.value;
  const draft = query.draft ? await findCommentDraft(store, query.draft, post.id) : undefined;
  const preview = draft?.isPreview ? await renderComment(draft.body) : undefined;
  const own = await findOwn(part, query.edit ?? draft?.edited, writer);
  const author = await findAuthor(part, jar.get(SESSION_COOKIE)?.value);
  const waiting = writer ? await store.listOfWriter(hashToken(writer), post.id) : [];
  const isOpen = isOpenForComments(post, getIndex());
  const parent = await findParent(part, post, draft?.parent ?? query.answer);
  const quoted = parent && query.quote !== undefined ? quote(parent.body) : '';
  const here = commentsPath(post.slug);
  const stamp = makeStamp(secret, post.id);
  const fault = draft?.isChallenged ? 'manyLinks' : draft?.fault;
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
      <CommentNotices
        fault={fault && describeFault(fault, strings)}
        preview={preview}
        sent={query.sent}
        own={query.sent ? query.edit_link : undefined}
        here={here}
        strings={strings}
      />
      {isOpen || own ? (
        <CommentForm
          action={sendCommentPath(post.slug)}
          values={{
            name: draft?.name ?? '',
            mail: draft?.mail ?? '',
            body: draft?.body ?? own?.body ?? quoted,
            parent: parent?.id ?? '',
          }}
          stamp={stamp}
          challenge={draft?.isChallenged ? await toChallenge(secret, stamp) : undefined}
          answered={parent?.name}
          edited={own?.id}
          author={author}
          strings={strings}
        />
      ) : (
        <p>{formatMessage(strings, 'commentsClosed')}</p>
      )}
      <p className="meta">
        <a href={ownDataPath}>{formatMessage(strings, 'ownData')}</a>
      </p>
    </div>
  );
}

/** What changed since the page of the post was made, for the script there. */
async function showNewer({ post, part, query }: Asked) {
  const since = Number(query.since) || 0;
  const { list, counts } = await readNewer(part.store, toScope(post), query.first);
  const changed = new Map(list.map((comment) => [comment.id, comment.changed]));
  return (
    <colophon-part>
      <div className="comments">
        <CommentList
          comments={list.map(toPublicComment)}
          counts={counts}
          slug={post.slug}
          strings={getStrings()}
          isKept={({ id }) => (changed.get(id) ?? 0) <= since}
        />
      </div>
    </colophon-part>
  );
}

async function toChallenge(secret: string, stamp: string) {
  return { challenge: await makeChallenge(secret, stamp), script: getChallengePath() };
}

function toScope({ id }: Post): Scope {
  return { post: id, ...toShown(getIndex()) };
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

/** The name that a moderator writes under. */
async function findAuthor(part: ReadersPart, session: string | undefined): Promise<string | undefined> {
  const { site, authors } = getIndex();
  const moderator = await findModerator(part, session, site.readers?.moderators ?? []);
  if (moderator === undefined) return undefined;
  return (site.author && authors.get(site.author)?.author.name) || site.title;
}
