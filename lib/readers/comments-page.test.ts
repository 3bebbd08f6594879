import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { type Comment, toPublicComment } from './comment';
import { readCommentsPage, readNewer } from './comments-page';
import type { MentionKind } from './mentions/mention';
import { listOfPosts } from './store-threads';
import { importComments } from './store-transfer';
import { THREADS } from './threads';

const SCOPE = { post: 'hello', comments: true, mentions: true };

const part = provideFreshStore();

/** Threads `t0`, `t1` … of a post, one a second, each with an answer `a0` … that came after all of them. */
async function addThreads(number: number, more: Partial<Comment> = {}): Promise<void> {
  const all = Array.from({ length: number }, (_, place) => [
    toComment(`t${place}`, { created: place * 1000, ...more }),
    toComment(`a${place}`, { parent: `t${place}`, created: 1_000_000 + place, ...more }),
  ]);
  await importComments(
    part.store,
    all.flat().map((comment) => ({ ...comment, writer: 'w' })),
  );
}

function toComment(id: string, more: Partial<Comment> = {}): Comment {
  return {
    ...{ id, post: 'hello', name: 'Grace', body: 'x', html: '<p>x</p>', state: 'approved' },
    ...{ created: 1, isByAuthor: false, ...more },
  } as Comment;
}

function toMention(id: string, kind: MentionKind, created: number): Comment {
  const url = `https://navy.example/${id}`;
  return toComment(id, { created, mention: { kind, source: url, url } });
}

const toIds = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const { perPage, inPost } = THREADS;

test('threads stay together on pages of which the oldest is the first and the newest is shown', async () => {
  await addThreads(perPage * 2 + 3);
  const last = await readCommentsPage(part.store, SCOPE, {});
  expect(last).toMatchObject({ page: 3, pages: 3 });
  expect(toIds(last.list)).toEqual(['t100', 't101', 't102', 'a100', 'a101', 'a102']);
  const first = await readCommentsPage(part.store, SCOPE, { page: '1' });
  expect(toIds(first.list).slice(0, perPage)).toEqual(Array.from({ length: perPage }, (_, n) => `t${n}`));
  expect(first.list).toHaveLength(perPage * 2);
  for (const page of ['0', '-1', '1.5', 'x', '', '99', '1e3', 'Infinity'])
    expect((await readCommentsPage(part.store, SCOPE, { page })).page, page).toBe(3);
  for (const [comment, page] of [
    ['t0', 1],
    ['a49', 1],
    ['t50', 2],
    ['a99', 2],
    ['a100', 3],
    ['none', 3],
    [`' OR 1 = 1 --`, 3],
  ] as const)
    expect((await readCommentsPage(part.store, SCOPE, { comment })).page, comment).toBe(page);
  expect(await readCommentsPage(part.store, { ...SCOPE, post: 'other' }, {})).toEqual({
    ...{ list: [], page: 1, pages: 1, counts: { like: 0, repost: 0 } },
  });
});

test('what is not approved, of another post or switched off is on no page', async () => {
  await addThreads(2);
  await part.store.addComment(toComment('held', { state: 'held' }), 'w');
  await part.store.addComment(toComment('answer', { state: 'held', parent: 't0' }), 'w');
  await part.store.addComment(toComment('other', { post: 'other' }), 'w');
  await importComments(part.store, [{ ...toMention('m', 'reply', 5), writer: 'navy.example' }]);
  const list = async (more: object = {}) =>
    toIds((await readCommentsPage(part.store, { ...SCOPE, ...more }, {})).list);
  expect(await list()).toEqual(['t0', 'm', 't1', 'a0', 'a1']);
  expect(await list({ mentions: false })).toEqual(['t0', 't1', 'a0', 'a1']);
  expect(await list({ comments: false })).toEqual(['m']);
  await part.store.decide('t0', 'refused');
  expect(await list({ mentions: false })).toEqual(['t1', 'a1']);
  expect((await readCommentsPage(part.store, SCOPE, { comment: 'a0' })).page).toBe(1);
});

test('a comment that was deleted keeps an empty place while there are answers to it', async () => {
  const { store } = part;
  await addThreads(3, { name: 'Grace Hopper', html: '<p>my secret</p>' });
  await store.addComment(toComment('alone', { created: 9000 }), 'w');
  await store.addComment(toMention('like', 'like', 1), 'navy.example');
  const since = Date.now();
  await store.erase('t0');
  await store.decide('t1', 'deleted');
  for (const id of ['alone', 'a2', 'like']) await store.decide(id, 'deleted');
  const { list } = await readCommentsPage(store, SCOPE, {});
  expect(list.map(toPublicComment)).toEqual([
    { id: 't0', name: '', html: '', created: 0, isByAuthor: false, isGone: true },
    { id: 't1', name: '', html: '', created: 1000, isByAuthor: false, isGone: true },
    ...['t2', 'a0', 'a1'].map((id) => expect.objectContaining({ id, name: 'Grace Hopper' })),
  ]);
  expect((await readCommentsPage(store, SCOPE, { comment: 'a0' })).page).toBe(1);
  const inPosts = (await listOfPosts(store, SCOPE, inPost)).get('hello');
  expect(inPosts).toMatchObject({ total: 3, counts: { like: 0, repost: 0 } });
  expect(toIds(inPosts?.list ?? [])).toEqual(toIds(list));
  // A page that was made before learns so.
  const newer = await readNewer(store, SCOPE, 't0');
  const changed = newer.list.filter((comment) => comment.changed >= since);
  expect(toIds(changed)).toEqual(['t0', 't1']);
  await store.erase('a0');
  await store.undo('t1');
  expect(toIds((await readCommentsPage(store, SCOPE, {})).list)).toEqual(['t1', 't2', 'a1']);
});

test('what a moderator decided against takes its answers along, also once it is erased', async () => {
  const { store } = part;
  await addThreads(3);
  await store.decide('t0', 'spam');
  await store.decide('t1', 'refused', 'off topic');
  const list = async () => toIds((await readCommentsPage(store, SCOPE, {})).list);
  expect(await list()).toEqual(['t2', 'a2']);
  await Promise.all(['t0', 't1'].map((id) => store.erase(id)));
  expect(await list()).toEqual(['t2', 'a2']);
});

test('likes and reposts are no threads: the newest of them are named, all are counted', async () => {
  const likes = Array.from({ length: THREADS.names + 5 }, (_, n) => toMention(`l${n}`, 'like', n));
  await importComments(
    part.store,
    [...likes, toMention('r', 'repost', 1)].map((one) => ({ ...one, writer: 'navy.example' })),
  );
  await addThreads(perPage + 1);
  const { list, counts, pages } = await readCommentsPage(part.store, SCOPE, {});
  expect({ counts, pages }).toEqual({ counts: { like: THREADS.names + 5, repost: 1 }, pages: 2 });
  const likesShown = list.filter(({ mention }) => mention?.kind === 'like');
  expect(toIds(likesShown)).toEqual(toIds(likes.slice(5)));
  expect(toIds(list).slice(-2)).toEqual(['t50', 'a50']);
  expect((await readCommentsPage(part.store, SCOPE, { page: '1' })).counts).toEqual({ like: 0, repost: 0 });
});

test('the page of each post has its newest threads, and says how many there are', async () => {
  await addThreads(inPost + 5);
  await part.store.addComment(toComment('other', { post: 'other' }), 'w');
  const posts = await listOfPosts(part.store, SCOPE, inPost);
  expect([...posts.keys()].sort()).toEqual(['hello', 'other']);
  const hello = posts.get('hello');
  expect(hello?.total).toBe(inPost + 5);
  expect(hello?.list).toHaveLength(inPost * 2);
  expect(hello?.list[0]?.id).toBe('t5');
  expect(toIds(posts.get('other')?.list ?? [])).toEqual(['other']);
});

test('what came since a page was made begins where the page does, and says what changed when', async () => {
  await addThreads(inPost + 5);
  const [first] = (await listOfPosts(part.store, SCOPE, inPost)).get('hello')?.list ?? [];
  await part.store.addComment(toComment('new', { created: 2_000_000 }), 'w');
  await part.store.addComment(toComment('waited', { state: 'held', created: 10 }), 'w');
  await part.store.decide('waited', 'approved');
  await part.store.addComment(toComment('late', { state: 'held', created: 29_500 }), 'w');
  const before = Date.now();
  await part.store.decide('late', 'approved');
  await part.store.decide('t6', 'spam');
  const { list } = await readNewer(part.store, SCOPE, first?.id);
  const ids = toIds(list);
  expect(ids[0]).toBe('t5');
  expect(ids).not.toContain('t6');
  // Older than all that the page shows: it is among the earlier ones.
  expect(ids).not.toContain('waited');
  expect(ids.at(-1)).toBe('new');
  expect(list.find(({ id }) => id === 'late')?.changed).toBeGreaterThanOrEqual(before);
  expect(list.find(({ id }) => id === 't7')?.changed).toBe(7000);
  expect((await readNewer(part.store, SCOPE, 'none')).list[0]?.id).toBe('t7');
});

test('however many came since, the newest of them are enough', async () => {
  await addThreads(perPage * 3);
  const { list } = await readNewer(part.store, SCOPE, 't0');
  expect(list[0]?.id).toBe(`t${perPage * 2}`);
  expect(list).toHaveLength(perPage * 2);
});
