import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/page-head';
import { Decisions } from '@/components/readers/decisions';
import { COMMENT_STATES, type Comment, type CommentState } from '@/lib/readers/comment';
import { findModerator, isDecisionKey, SESSION_COOKIE } from '@/lib/readers/moderators';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { commentPath, decidePath, moderatePath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { getSection } from '../_shared/get-section';
import { SectionFrame } from '../_shared/section-frame';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Moderate', robots: { index: false, follow: false } };

const PAGE_SIZE = 50;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Where moderators decide, in English as all of an author's tools. */
export default async function ModeratePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { readers } = getIndex().site;
  if (!readers) notFound();
  const query = await searchParams;
  const session = (await cookies()).get(SESSION_COOKIE)?.value;
  const { moderator, content } = await show(query, session, readers.moderators).catch(reportAway);
  return (
    <SectionFrame section={await getSection()}>
      <div lang="en" dir="ltr">
        <PageHead title="Moderate">{moderator && <p>{moderator}</p>}</PageHead>
        <div className="comments md:ms-55">{content}</div>
      </div>
    </SectionFrame>
  );
}

interface Shown {
  readonly moderator?: string | undefined;
  readonly content: ReactNode;
}

async function show(
  query: Query,
  session: string | undefined,
  moderators: readonly string[],
): Promise<Shown> {
  const part = await getReadersPart();
  const moderator = await findModerator(part, session, moderators);
  return { moderator, content: await choose(part, query, moderator) };
}

function reportAway(error: unknown): Shown {
  console.error(`Nothing can be moderated: ${error instanceof Error ? error.message : String(error)}`);
  return { content: <p role="status">The database is away at the moment. Try again later.</p> };
}

async function choose(part: ReadersPart, query: Query, moderator: string | undefined): Promise<ReactNode> {
  const { comment, key, token } = query;
  if (typeof token === 'string') return <Enter token={token} />;
  if (typeof comment === 'string' && typeof key === 'string' && isDecisionKey(key, part.secret, comment)) {
    const found = await part.store.findComment(comment);
    return found ? <List comments={[found]} decisionKey={key} /> : <p>This comment is not here any more.</p>;
  }
  if (moderator === undefined) return <SignIn isSent={query.sent !== undefined} />;
  const state = COMMENT_STATES.find((one) => one === query.state) ?? 'held';
  const offset = Math.max(0, Number.parseInt(String(query.from ?? '0'), 10) || 0);
  const counts = await part.store.countByState();
  const comments = await part.store.listInState(state, { limit: PAGE_SIZE, offset });
  return (
    <>
      <States current={state} counts={counts} />
      {comments.length === 0 ? <p>No comments here.</p> : <List comments={comments} />}
      {comments.length === PAGE_SIZE && (
        <p>
          <a href={`${moderatePath}?state=${state}&from=${offset + PAGE_SIZE}`}>Older</a>
        </p>
      )}
      <form method="post" action={decidePath}>
        <button type="submit" name="action" value="sign-out">
          Sign out
        </button>
      </form>
    </>
  );
}

function States({ current, counts }: { current: CommentState; counts: ReadonlyMap<CommentState, number> }) {
  return (
    <nav aria-label="States">
      <ul className="inline-list">
        {COMMENT_STATES.map((state) => (
          <li key={state}>
            <a href={`${moderatePath}?state=${state}`} aria-current={state === current ? 'page' : undefined}>
              {state} ({counts.get(state) ?? 0})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function List({ comments, decisionKey }: { comments: readonly Comment[]; decisionKey?: string }) {
  const titles = new Map(
    [...getIndex().postsBySlug.values()].map(({ id, slug, title }) => [id, { slug, title }]),
  );
  return (
    <ol className="comment-list">
      {comments.map((comment) => {
        const post = titles.get(comment.post);
        const on = post ? { title: post.title, href: commentPath(post.slug, comment.id) } : undefined;
        return (
          <li key={comment.id}>
            <Decisions comment={comment} {...(on && { on })} {...(decisionKey && { decisionKey })} />
          </li>
        );
      })}
    </ol>
  );
}

function SignIn({ isSent }: { isSent: boolean }) {
  return (
    <form className="comment-form" method="post" action={decidePath}>
      {isSent && <p role="status">If this address may moderate, a link is on its way to it.</p>}
      <label>
        <span>Your mail address</span>
        <input type="email" name="mail" required autoComplete="email" />
      </label>
      <p>
        <button type="submit" name="action" value="mail-link">
          Send me a link
        </button>
      </p>
    </form>
  );
}

/** The link of a mail is opened by programs too: only the press signs in. */
function Enter({ token }: { token: string }) {
  return (
    <form className="comment-form" method="post" action={decidePath}>
      <input type="hidden" name="token" value={token} />
      <p>
        <button type="submit" name="action" value="enter">
          Sign in
        </button>
      </p>
    </form>
  );
}
