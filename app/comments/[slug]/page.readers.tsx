import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { CommentForm } from '@/components/readers/comment-form';
import { CommentList } from '@/components/readers/comment-list';
import { getChallengePath } from '@/lib/bundles/challenge-script';
import type { Post } from '@/lib/content/types';
import { makeChallenge } from '@/lib/readers/challenge';
import { type Comment, toPublicComment } from '@/lib/readers/comment';
import { findCommentDraft } from '@/lib/readers/comment-draft';
import { describeFault } from '@/lib/readers/describe-fault';
import { findModerator, SESSION_COOKIE } from '@/lib/readers/moderators';
import { quote } from '@/lib/readers/quote';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { renderComment } from '@/lib/readers/render-comment';
import { hashToken } from '@/lib/readers/signature';
import { makeStamp } from '@/lib/readers/stamp';
import type { CommentFault } from '@/lib/readers/submit-comment';
import { canEdit, WRITER_COOKIE } from '@/lib/readers/writer-cookie';
import { formatMessage } from '@/lib/site/strings/messages';
import { commentsPath, decodeParam, ownDataPath, postPath, sendCommentPath } from '@/lib/urls';
import { isOpenForComments, selectShown, viewComments } from '@/lib/views/comments';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { getSection } from '../../_shared/get-section';
import { SectionFrame } from '../../_shared/section-frame';

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
  const content = await getReadersPart()
    .then((part) => showComments({ post, part, query }))
    .catch(reportAway);
  return (
    <SectionFrame section={await getSection()}>
      <PageHead title={formatMessage(strings, 'commentsOn', { title: post.title })}>
        <p>
          <a href={postPath(post.slug)}>{post.title}</a>
        </p>
      </PageHead>
      {content ?? <p role="status">{formatMessage(strings, 'commentsAway')}</p>}
    </SectionFrame>
  );
}

type Query = Readonly<Record<string, string>>;

/** A function, not a component: where the database goes away meanwhile, the page says so. */
async function showComments({ post, part, query }: { post: Post; part: ReadersPart; query: Query }) {
  const { store, secret } = part;
  const strings = getStrings();
  const jar = await cookies();
  const writer = jar.get(WRITER_COOKIE)?.value;
  const comments = selectShown(await store.listApproved(post.id), getIndex());
  const draft = query.draft ? await findCommentDraft(store, query.draft, post.id) : undefined;
  const preview = draft?.isPreview ? await renderComment(draft.body) : undefined;
  const own = await findOwn(part, query.edit ?? draft?.edited, writer);
  const author = await findAuthor(part, jar.get(SESSION_COOKIE)?.value);
  const waiting = writer ? await store.listOfWriter(hashToken(writer), post.id) : [];
  const isOpen = isOpenForComments(post, getIndex());
  const parent = draft?.parent ?? query.answer ?? '';
  const answered = comments.find(({ id }) => id === parent);
  const quoted = answered && query.quote !== undefined ? quote(answered.body) : '';
  const here = commentsPath(post.slug);
  const stamp = makeStamp(secret, post.id);
  return (
    <div className="comments md:ms-55">
      <CommentList
        comments={comments.map(toPublicComment)}
        strings={strings}
        actions={({ id }) =>
          isOpen ? { answer: `${here}?answer=${id}#write`, quote: `${here}?answer=${id}&quote=#write` } : {}
        }
      />
      <OwnComments comments={waiting} />
      <Notices
        fault={draft?.isChallenged ? 'manyLinks' : draft?.fault}
        preview={preview}
        sent={query.sent}
        own={query.sent ? query.edit_link : undefined}
        here={here}
      />
      {isOpen || own ? (
        <CommentForm
          action={sendCommentPath(post.slug)}
          values={{
            name: draft?.name ?? '',
            mail: draft?.mail ?? '',
            body: draft?.body ?? own?.body ?? quoted,
            parent: answered ? parent : '',
          }}
          stamp={stamp}
          challenge={draft?.isChallenged ? await toChallenge(secret, stamp) : undefined}
          answered={answered?.name}
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

/** What the reader wrote and others do not see, and why. */
function OwnComments({ comments }: { comments: readonly Comment[] }) {
  const strings = getStrings();
  return comments.map(({ id, html, state, reason }) => (
    <article key={id} className="comment">
      <p className="comment-head">
        {formatMessage(strings, state === 'held' ? 'commentHeld' : 'commentRefused')} {reason}
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitized by lib/readers/render-comment.ts. */}
      <div className="comment-text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  ));
}

interface NoticesProps {
  fault: CommentFault | undefined;
  /** The text that was typed, rendered. */
  preview: string | undefined;
  /** What became of what was sent. */
  sent: string | undefined;
  /** Id of the comment that was sent. */
  own: string | undefined;
  here: string;
}

function Notices({ fault, preview, sent, own, here }: NoticesProps) {
  const strings = getStrings();
  const outcome = { held: 'commentHeld', approved: 'commentApproved', deleted: 'commentDeleted' } as const;
  const name = Object.entries(outcome).find(([key]) => key === sent)?.[1];
  return (
    <>
      {name && (
        <p id="sent" role="status" className="comment-notice">
          {formatMessage(strings, name)}{' '}
          {own && sent !== 'deleted' && (
            <a href={`${here}?edit=${own}#write`}>{formatMessage(strings, 'edit')}</a>
          )}
        </p>
      )}
      {fault && (
        <p role="alert" className="comment-notice">
          {describeFault(fault, strings)}
        </p>
      )}
      {preview !== undefined && (
        <section className="comment" aria-label={formatMessage(strings, 'preview')}>
          <h2>{formatMessage(strings, 'preview')}</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitized by lib/readers/render-comment.ts. */}
          <div className="comment-text" dir="auto" dangerouslySetInnerHTML={{ __html: preview }} />
        </section>
      )}
    </>
  );
}

async function toChallenge(secret: string, stamp: string) {
  return { challenge: await makeChallenge(secret, stamp), script: getChallengePath() };
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

function toTexts(query: Readonly<Record<string, string | string[] | undefined>>): Query {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

function reportAway(error: unknown): undefined {
  console.error(`The comments cannot be shown: ${error instanceof Error ? error.message : String(error)}`);
}
