import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/page-head';
import { Decisions } from '@/components/readers/decisions';
import { COMMENT_STATES, type Comment, type CommentState } from '@/lib/readers/comment';
import { findModerator, isDecisionKey, SESSION_COOKIE } from '@/lib/readers/moderators';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import type { Store } from '@/lib/readers/store';
import { type Ban, listBans } from '@/lib/readers/store-bans';
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
  return (
    <>
      {await showLists(part.store, query)}
      <form method="post" action={decidePath}>
        <button type="submit" name="action" value="sign-out">
          Sign out
        </button>
      </form>
    </>
  );
}

/** What a moderator sees: comments in a state or of a search, or who is banned. A function, not a component: where the database goes away meanwhile, the page says so. */
async function showLists(store: Store, query: Query) {
  const search = typeof query.q === 'string' ? query.q.slice(0, 200) : '';
  const from = Math.max(0, Number.parseInt(String(query.from ?? '0'), 10) || 0);
  const current = LISTS.find((one) => one === query.state) ?? (search === '' ? 'held' : 'all');
  const state = COMMENT_STATES.find((one) => one === current);
  const counts = await store.countByState(search);
  const bans = await listBans(store);
  const comments =
    current === 'banned'
      ? []
      : await store.listInState(state, { limit: PAGE_SIZE + 1, offset: from, search });
  const done = typeof query.done === 'string' ? await store.findComment(query.done) : undefined;
  const list = { state: current, ...(search && { q: search }) };
  return (
    <>
      <search>
        <form className="comment-search" action={moderatePath}>
          <label>
            Search names, texts and mail addresses <input type="search" name="q" defaultValue={search} />
          </label>
          <button type="submit">Search</button>
        </form>
      </search>
      <States current={current} search={search} counts={counts} banned={bans.length} />
      {done && done.name !== '' && <Done comment={done} list={list} />}
      {current === 'banned' && <Bans bans={bans} />}
      {current !== 'banned' && comments.length === 0 && <p>No comments here.</p>}
      {comments.length > 0 && (
        <List
          comments={comments.slice(0, PAGE_SIZE)}
          list={{ ...list, ...(from > 0 && { from: String(from) }) }}
        />
      )}
      <p>
        {from > 0 && <a href={toAddress({ ...list, from: Math.max(0, from - PAGE_SIZE) })}>Newer</a>}{' '}
        {comments.length > PAGE_SIZE && <a href={toAddress({ ...list, from: from + PAGE_SIZE })}>Older</a>}
      </p>
    </>
  );
}

const LISTS = [...COMMENT_STATES, 'all', 'banned'] as const;

interface StatesProps {
  current: (typeof LISTS)[number];
  search: string;
  counts: ReadonlyMap<CommentState, number>;
  banned: number;
}

function States({ current, search, counts, banned }: StatesProps) {
  const all = [...counts.values()].reduce((sum, number) => sum + number, 0);
  return (
    <nav aria-label="States">
      <ul className="inline-list">
        {LISTS.map((state) => (
          <li key={state}>
            <a
              href={toAddress({ state, ...(search && state !== 'banned' && { q: search }) })}
              aria-current={state === current ? 'page' : undefined}
            >
              {state} ({state === 'all' ? all : state === 'banned' ? banned : (counts.get(state) ?? 0)})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface DoneProps {
  comment: Comment;
  list: Readonly<Record<string, string>>;
}

/** What a comment is now that was decided on, and the way back. */
function Done({ comment, list }: DoneProps) {
  return (
    <form id="done" className="comment-decisions comment-notice" method="post" action={decidePath}>
      <p role="status">
        <b dir="auto">{comment.name}</b>: {comment.state}
      </p>
      <input type="hidden" name="comment" value={comment.id} />
      {Object.entries(list).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <button type="submit" name="action" value="undo">
        Undo
      </button>
    </form>
  );
}

function Bans({ bans }: { bans: readonly Ban[] }) {
  if (bans.length === 0) return <p>Nobody is banned.</p>;
  return (
    <ul>
      {bans.map(({ comment, name, at }) => (
        <li key={comment}>
          <form className="comment-decisions" method="post" action={decidePath}>
            <b dir="auto">{name || 'Somebody who erased what they wrote'}</b>
            <time dateTime={new Date(at).toISOString()}>{new Date(at).toISOString().slice(0, 10)}</time>
            <input type="hidden" name="comment" value={comment} />
            <input type="hidden" name="state" value="banned" />
            <button type="submit" name="action" value="lift">
              Lift the ban
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function toAddress(query: Readonly<Record<string, string | number>>): string {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  return `${moderatePath}?${search}`;
}

interface ListProps {
  comments: readonly Comment[];
  list?: Readonly<Record<string, string>>;
  decisionKey?: string;
}

function List({ comments, list, decisionKey }: ListProps) {
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
            <Decisions
              comment={comment}
              {...(on && { on })}
              {...(list && { list })}
              {...(decisionKey && { decisionKey })}
            />
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
