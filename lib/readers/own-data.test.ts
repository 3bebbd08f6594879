import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { en } from '../site/strings/en';
import { LIMITS } from './limits';
import { toMailAddress } from './mail-address';
import { mailOwnDataLink } from './mail-own-data';
import { hashToken } from './signature';
import { eraseOwn, findOwn, type Person } from './store-own';
import { askForSubscription, confirmSubscription, listSubscribers } from './store-subscribers';
import { exportComments } from './store-transfer';

const part = provideFreshStore();

const add = (id: string, writer: string, mail?: string, parent?: string) =>
  part.store.addComment(
    {
      ...{ id, post: 'hello', name: 'Grace', body: id, html: id, state: 'approved', created: 1 },
      ...{ isByAuthor: false, ...(parent !== undefined && { parent }) },
    },
    writer,
    mail,
  );

const ask = (mail: string, requester = 'here') =>
  mailOwnDataLink(part, {
    ...{ mail, requester, strings: { language: 'en', messages: en } },
    toUrl: (token) => `https://ada.example/comments?token=${token}`,
  });

test('finds and erases what somebody wrote, by browser or by mail address, and nothing of others', async () => {
  const { store } = part;
  await add('a', 'w', 'grace@navy.example');
  await add('b', 'v', 'grace@navy.example');
  await add('c', 'w');
  await add('d', 'u', 'grace@navy.example.evil.example');
  await add('answer', 'u', undefined, 'a');
  await store.decide('b', 'spam');
  const ids = async (person: Person) => (await findOwn(store, person)).comments.map(({ id }) => id);
  expect(await ids({ writer: 'w' })).toEqual(['a', 'c']);
  expect(await ids({ mail: ' Grace@Navy.example ' })).toEqual(['a', 'b']);
  for (const nobody of ['', '%', 'grace@navy.example, d', `' OR 1 = 1 --`]) {
    expect(await ids({ mail: nobody })).toEqual([]);
    expect(await ids({ writer: nobody })).toEqual([]);
  }
  expect((await eraseOwn(store, { mail: 'grace@navy.example' })).comments).toHaveLength(2);
  const kept = await exportComments(store);
  expect(kept.map(({ id }) => id).sort()).toEqual(['a', 'answer', 'c', 'd']);
  expect(kept.find(({ id }) => id === 'a')).toMatchObject({ name: '', body: '', html: '', writer: '' });
  expect(JSON.stringify(kept)).not.toContain('grace@navy.example"');
  // An empty place is nobody's.
  expect(await ids({ writer: '' })).toEqual([]);
});

test('mails a link to an address with which something was written, and to no other', async () => {
  await add('a', 'w', 'grace@navy.example');
  await ask('eve@evil.example', 'eve');
  await ask('grace@navy.example, eve@evil.example', 'eve');
  await ask('', 'eve');
  expect(part.readMails()).toEqual([]);
  await ask('Grace@navy.example');
  const [mail = ''] = part.readMails();
  expect(mail).toContain('To: grace@navy.example');
  const [, token = ''] = /token=3D([\w-]+)/.exec(mail.replace(/=\r?\n/g, '')) ?? [];
  expect(await part.store.findKey(hashToken(token), 'data')).toBe('grace@navy.example');
  // It neither signs in nor outlives what it is for.
  expect(await part.store.findKey(hashToken(token), 'session')).toBeUndefined();
  expect(await part.store.takeKey(hashToken(token), 'link')).toBeUndefined();
  await eraseOwn(part.store, { mail: 'grace@navy.example' });
  expect(await part.store.findKey(hashToken(token), 'data')).toBeUndefined();
});

test('a subscription is part of what is kept of an address, and goes with it', async () => {
  const { store } = part;
  for (const mail of ['grace@navy.example', 'ada@ada.example'])
    await confirmSubscription(
      store,
      await askForSubscription(store, { id: `id of ${mail}`, mail, section: '' }),
      { section: '' },
    );
  await ask('grace@navy.example');
  expect(part.readMails()).toHaveLength(1);
  expect((await findOwn(store, { writer: 'w' })).subscription).toBeUndefined();
  expect((await findOwn(store, { mail: ' Grace@navy.example' })).subscription).toMatchObject({
    mail: 'grace@navy.example',
    state: 'confirmed',
  });
  expect((await eraseOwn(store, { mail: 'grace@navy.example' })).subscription?.mail).toBe(
    'grace@navy.example',
  );
  expect((await listSubscribers(store)).map(({ mail }) => mail)).toEqual(['ada@ada.example']);
});

test('fills nobody’s letter box', async () => {
  await add('a', 'w', 'grace@navy.example');
  for (let number = 0; number < 10; number += 1) await ask('grace@navy.example', 'stranger');
  expect(part.readMails()).toHaveLength(LIMITS.mailedLinks);
  for (let number = 0; number < 30; number += 1) await ask('grace@navy.example', `network ${number}`);
  expect(part.readMails()).toHaveLength(LIMITS.mails);
});

for (const typed of [
  'a@b.example, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  '<a@b.example>',
  'a',
  '@',
  `${'a'.repeat(250)}@b.example`,
])
  test(`${JSON.stringify(typed.slice(0, 40))} is no mail address`, () => {
    expect(toMailAddress(typed)).toBeUndefined();
  });
