import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import type { Comment } from './comment';
import { LIMITS } from './limits';
import { receiveMention } from './mentions/receive-mention';
import { isPermittedByKey } from './moderators';
import { makeStamp } from './stamp';
import { banWriter, isBanned, liftBan, listBans } from './store-bans';
import { eraseOwn } from './store-own';
import { editComment, submitComment } from './submit-comment';

const part = provideFreshStore();

const submit = (name: string, { key = name, mail = '', body = 'Buy it.', author = '' } = {}) => {
  const stamp = makeStamp(part.secret, 'hello', Date.now() - LIMITS.minTime - 1);
  return submitComment(
    part,
    { name, mail, body, parent: '', stamp, website: '' },
    { post: 'hello', trust: false, writer: { address: name, key, ...(author && { author }) } },
  );
};

async function write(...args: Parameters<typeof submit>) {
  const sent = await submit(...args);
  if (!sent.ok) throw new Error(sent.fault);
  return sent.comment;
}

const toState = async (id: string) => (await part.store.findComment(id))?.state;

test('nothing more is taken of whoever is banned, by browser or mail address, and they learn so', async () => {
  const { store } = part;
  const mail = 'mallory@evil.example';
  const approved = await write('Mallory', { mail });
  await store.decide(approved.id, 'approved');
  const held = await write('Mallory');
  const other = await write('Another', { mail });
  const grace = await write('Grace', { mail: 'grace@navy.example' });
  expect(await banWriter(store, approved.id)).toBe(true);
  expect(await banWriter(store, held.id)).toBe(false);
  expect(await banWriter(store, 'none')).toBe(false);
  for (const form of [{}, { key: 'new browser', mail: ` ${mail.toUpperCase()}` }])
    expect(await submit('Mallory', form)).toEqual({ ok: false, fault: 'banned' });
  expect(await editComment(part, approved, 'Changed.')).toEqual({ ok: false, fault: 'banned' });
  expect((await submit('Mallory', { key: 'new browser' })).ok).toBe(true);
  expect((await submit('Grace', { mail: 'grace@navy.example' })).ok).toBe(true);
  expect((await submit('Ada', { key: 'Mallory', author: 'Ada' })).ok).toBe(true);
  // What waited is spam, what was approved stays.
  expect(await Promise.all([approved, held, other, grace].map(({ id }) => toState(id)))).toEqual([
    'approved',
    'spam',
    'spam',
    'held',
  ]);
});

test('a ban is listed and can be lifted, with what it did', async () => {
  const { store } = part;
  const [first, second, spam] = [await write('Mallory'), await write('Mallory'), await write('Mallory')];
  await store.decide(spam.id, 'spam', undefined);
  await expect.poll(() => Date.now()).toBeGreaterThan((await store.findDecisionTime(spam.id)) ?? 0);
  await banWriter(store, first.id);
  expect(await listBans(store)).toMatchObject([{ comment: first.id, name: 'Mallory' }]);
  expect(await liftBan(store, first.id)).toBe(true);
  expect(await liftBan(store, first.id)).toBe(false);
  expect(await Promise.all([first, second, spam].map(({ id }) => toState(id)))).toEqual([
    'held',
    'held',
    'spam',
  ]);
  expect(await listBans(store)).toEqual([]);
  expect((await submit('Mallory')).ok).toBe(true);
});

test('whoever is banned and erases what they wrote stays banned, without a name', async () => {
  const { store } = part;
  const mail = 'mallory@evil.example';
  const { id } = await write('Mallory', { mail });
  await banWriter(store, id);
  await eraseOwn(store, { mail });
  expect(await listBans(store)).toMatchObject([{ name: '' }]);
  expect(await isBanned(store, 'other', mail)).toBe(true);
  expect(JSON.stringify(await store.read('SELECT * FROM bans'))).not.toContain(mail);
});

test('an author is not banned, nor anybody with the link of a mail', async () => {
  const { store } = part;
  const { id } = await write('Ada', { author: 'Ada' });
  expect(await banWriter(store, id)).toBe(false);
  const held = await write('Grace');
  for (const action of ['ban', 'lift', 'deleted', 'held', ''])
    expect(await isPermittedByKey(part, held.id, action), action).toBe(false);
});

test('no mentions of a banned site are taken', async () => {
  const { store } = part;
  const comment: Comment = {
    ...{ id: 'm', post: 'hello', name: 'Evil', body: 'x', html: 'x' },
    ...{ state: 'held', created: 1, isByAuthor: false },
  };
  await store.addComment(comment, 'mention evil.example');
  await banWriter(store, 'm');
  const report = (from: string) =>
    receiveMention(
      part,
      { source: from, target: 'https://ada.example/posts/hello', address: 'x' },
      { siteUrl: 'https://ada.example', findPost: () => 'hello' },
    );
  expect((await report('https://evil.example/2')).status).toBe(403);
  expect((await report('https://navy.example/2')).status).toBe(202);
});

test('a search finds all of its words in names, texts and mail addresses, in any state', async () => {
  const { store } = part;
  const first = await write('Grace', { mail: 'grace@navy.example', body: '100% of _it_ was Über alles' });
  const second = await write('Alan', { body: 'Nothing of that sort. Grace said so.' });
  await store.decide(second.id, 'spam');
  const find = async (search: string, state?: 'held' | 'spam') =>
    (await store.listInState(state, { limit: 10, search })).map(({ id }) => id).sort();
  const both = [first.id, second.id].sort();
  expect(await find('grace')).toEqual(both);
  expect(await find('GRACE', 'spam')).toEqual([second.id]);
  expect(await find('grace  nothing')).toEqual([second.id]);
  expect(await find('navy.example')).toEqual([first.id]);
  expect(await find('über')).toEqual([first.id]);
  expect(await find('100% _it_')).toEqual([first.id]);
  for (const none of ['1_0', '%x', `' OR 1 = 1 --`, '\\', 'grace nobody'])
    expect(await find(none)).toEqual([]);
  expect(await store.countByState('grace')).toEqual(
    new Map([
      ['held', 1],
      ['spam', 1],
    ]),
  );
});
