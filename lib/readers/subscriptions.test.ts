import path from 'node:path';
import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { en } from '../site/strings/en';
import { keepCommentDraft } from './comment-draft';
import { LIMITS } from './limits';
import { mailConfirmation } from './mail-confirmation';
import { findMailDraft, keepMailDraft } from './mail-draft';
import { parseExport } from './parse-export';
import { sendMail } from './send-mail';
import { Store } from './store';
import {
  confirmSubscription,
  endSubscription,
  findSubscriber,
  listSubscribers,
  markBounced,
} from './store-subscribers';
import { backupStore, importSubscribers, restoreStore } from './store-transfer';
import { type Choice, makeConfirmation, readConfirmation, toSubscriberId } from './subscriber';

const GRACE = 'grace@navy.example';
const ALL: Choice = { section: '' };

const part = provideFreshStore();

const ask = (mail: string, choice = ALL) =>
  mailConfirmation(part, {
    ...{ mail, choice, site: 'Ada writes', strings: { language: 'en', messages: en } },
    toConfirmUrl: (token) => `https://ada.example/by-mail?token=${token}`,
    toEndUrl: (id) => `https://ada.example/by-mail/end?subscriber=${id}`,
  });

/** The link of the last mail, as the page reads it. */
function readLink(now?: number) {
  const mail =
    part
      .readMails()
      .at(-1)
      ?.replace(/=\r?\n/g, '')
      .replaceAll('=3D', '=') ?? '';
  const [, token = ''] = /token=([\w.-]+)/.exec(mail) ?? [];
  return { token, read: readConfirmation(token, part.secret, now) };
}

test('nobody gets mails who has not confirmed the last link, and what was chosen is what was confirmed', async () => {
  const { store } = part;
  await ask(GRACE, { section: 'de', tag: 'css' });
  expect(await listSubscribers(store, 'confirmed')).toEqual([]);
  const { read } = readLink();
  if (!read) throw new Error('The link of the mail is not valid.');
  expect(await confirmSubscription(store, read.id, read.choice)).toBe(true);
  expect(await findSubscriber(store, GRACE)).toMatchObject({ state: 'confirmed', section: 'de', tag: 'css' });
  // To ask for something else changes nothing until it is confirmed as well; a second press is one subscription.
  await ask(GRACE);
  expect(await findSubscriber(store, GRACE)).toMatchObject({ state: 'confirmed', section: 'de', tag: 'css' });
  const other = readLink().read;
  for (const _ of [1, 2])
    expect(await confirmSubscription(store, other?.id ?? '', other?.choice ?? ALL)).toBe(true);
  const [grace, ...rest] = await listSubscribers(store);
  expect(grace).toMatchObject({ mail: GRACE, section: '' });
  expect(grace).not.toHaveProperty('tag');
  expect(rest).toEqual([]);
});

test('a link that was used brings nobody back who unsubscribed, and that of an old mail ends a second subscription', async () => {
  const { store } = part;
  await ask(GRACE);
  const { read } = readLink();
  await confirmSubscription(store, read?.id ?? '', ALL);
  expect(await endSubscription(store, read?.id ?? '')).toBe(true);
  expect(await endSubscription(store, read?.id ?? '')).toBe(false);
  expect(await confirmSubscription(store, read?.id ?? '', ALL)).toBe(false);
  expect(await listSubscribers(store)).toEqual([]);
  await ask(GRACE);
  expect(readLink().read?.id).toBe(read?.id);
});

test('links that were forged, changed or have expired are none', async () => {
  const { secret } = part;
  await ask(GRACE);
  const { token, read } = readLink();
  expect(read).toEqual({ id: toSubscriberId(secret, GRACE), choice: ALL });
  expect(readConfirmation(token, secret, Date.now() + LIMITS.confirming + 1000)).toBeUndefined();
  const [content = '', signature = ''] = token.split('.');
  const other = Buffer.from(JSON.stringify([toSubscriberId(secret, 'eve@evil.example'), '', '', 9e15]));
  const expires = Date.now() + 1000;
  for (const forged of [
    ...['', '.', 'a.b', content, `${content}.`, `.${signature}`, `${content}.${signature.slice(0, -1)}`],
    `${other.toString('base64url')}.${signature}`,
    makeConfirmation('another secret', read?.id ?? '', { choice: ALL, expires }),
  ])
    expect(readConfirmation(forged, secret), forged).toBeUndefined();
});

test('fills nobody’s letter box, and forgets an address that was not confirmed', async () => {
  const { store } = part;
  for (let number = 0; number < 10; number += 1) await ask(GRACE);
  expect(part.readMails()).toHaveLength(LIMITS.confirmations);
  await ask('ada@ada.example');
  const ada = readLink().read;
  await confirmSubscription(store, ada?.id ?? '', ALL);
  await store.write([
    { sql: 'UPDATE subscribers SET asked = ?', args: [Date.now() - LIMITS.confirming - 1] },
  ]);
  await store.beginDay('2026-12-02');
  expect((await listSubscribers(store)).map(({ mail }) => mail)).toEqual(['ada@ada.example']);
});

test('an address that mails do not reach gets none until it is confirmed anew', async () => {
  const { store } = part;
  await ask(GRACE);
  const id = readLink().read?.id ?? '';
  await confirmSubscription(store, id, ALL);
  await markBounced(store, id, '550 no such user');
  expect(await listSubscribers(store, 'confirmed')).toEqual([]);
  expect(await findSubscriber(store, GRACE)).toMatchObject({ state: 'bounced', reason: '550 no such user' });
  await confirmSubscription(store, id, ALL);
  expect(await findSubscriber(store, GRACE)).not.toHaveProperty('reason');
});

test('each mail can be unsubscribed from in one click, and nothing that is typed becomes a header', async () => {
  await ask(GRACE);
  const headers =
    part
      .readMails()[0]
      ?.split('\r\n\r\n')[0]
      ?.replace(/\r\n[ \t]+/g, ' ') ?? '';
  const id = toSubscriberId(part.secret, GRACE);
  expect(headers).toContain(`List-Unsubscribe: <https://ada.example/by-mail/end?subscriber=${id}>`);
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  await sendMail({ to: GRACE, subject: 'Posts\r\nBcc: eve@evil.example\r\n\r\nHello', text: 'Hi' });
  const hostile = part.readMails().at(-1)?.split('\r\n\r\n')[0] ?? '';
  expect(hostile).not.toMatch(/^Bcc:/im);
  expect(hostile.match(/^To: .*$/gm)).toEqual([`To: ${GRACE}`]);
});

test('subscribers move to another database by an export and by a backup, and the links of old mails hold there', async () => {
  const { store } = part;
  await ask(GRACE, { section: '', tag: 'css' });
  const id = readLink().read?.id ?? '';
  await confirmSubscription(store, id, { section: '', tag: 'css' });
  const subscribers = await listSubscribers(store);
  const backup = path.join(part.folder, 'copy.db');
  await backupStore(store, backup);
  process.env.DATABASE_URL = `file:${path.join(part.folder, 'other.db')}`;
  const other = await Store.open();
  const read = await parseExport(JSON.stringify({ comments: [], subscribers }));
  expect(await importSubscribers(other, read.subscribers)).toBe(1);
  expect(await importSubscribers(other, read.subscribers)).toBe(0);
  expect(await listSubscribers(other)).toEqual(subscribers);
  expect(await endSubscription(other, id)).toBe(true);
  await restoreStore(other, backup);
  expect(await listSubscribers(other)).toEqual(subscribers);
  for (const hostile of [
    { mail: 'a@b.example\r\nBcc: c@d.example' },
    { id: '' },
    { state: 'admin' },
    { more: 1 },
  ])
    await expect(
      parseExport(JSON.stringify({ comments: [], subscribers: [{ ...subscribers[0], ...hostile }] })),
    ).rejects.toThrow('is no export');
  other.close();
});

test('what was typed is kept for the form that is shown again, and a draft of a comment is none of it', async () => {
  const typed = { mail: 'grace@navy', tag: 'ships' };
  expect(await findMailDraft(part.store, await keepMailDraft(part.store, typed))).toEqual(typed);
  const comment = { post: 'hello', name: 'Grace', mail: GRACE, body: 'Nice.', parent: '' };
  const draft = await keepCommentDraft(part.store, comment);
  expect(await findMailDraft(part.store, draft)).toBeUndefined();
  expect(await findMailDraft(part.store, 'none')).toBeUndefined();
});
