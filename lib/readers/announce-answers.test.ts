import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { startSmtpServer } from '../../scripts/smtp-server';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { announceAnswers } from './announce-answers';
import type { CommentState } from './comment';
import { isFollowKey, toFollowerId } from './follower';
import { LIMITS } from './limits';
import { makeStamp } from './stamp';
import { confirmFollower, endFollowing, findFollower, listFollowers, stopThread } from './store-followers';
import { eraseOwn, findOwn } from './store-own';
import { submitComment } from './submit-comment';

const index = buildIndex(readContent(path.resolve('e2e/readers')), '2026-11-26', 'public');

const part = provideFreshStore({ SMTP_URL: undefined, MAIL_FROM: undefined });

interface Written {
  readonly name: string;
  readonly mail?: string;
  readonly parent?: string;
  readonly author?: string;
}

/** Sends a comment, each from a browser of its own, with the text `by <name>`; gives its id. */
async function write({ name, mail = '', parent = '', author }: Written): Promise<string> {
  const stamp = makeStamp(part.secret, 'hello', Date.now() - LIMITS.minTime - 1);
  const sent = await submitComment(
    part,
    { name, mail, body: `by ${name}`, parent, stamp, website: '' },
    {
      ...{ post: 'hello', trust: false },
      writer: { address: name, key: name, ...(author !== undefined && { author }) },
    },
  );
  if (!sent.ok) throw new Error(sent.fault);
  // What is written within one millisecond has no order.
  const [at] = await part.store.read('SELECT max(created) AS at FROM comments');
  await expect.poll(() => Date.now()).toBeGreaterThan(Number(at?.at));
  return sent.comment.id;
}

async function decide(id: string, state: CommentState = 'approved'): Promise<void> {
  await part.store.decide(id, state);
  await announceAnswers(part, index, id);
}

/** To whom a mail went, its first line, and the addresses in it; each mail once. */
function takeMails(): { to: string; subject: string; text: string }[] {
  const texts = part.readMails();
  rmSync(path.join(part.folder, 'outbox'), { recursive: true, force: true });
  return texts.map((raw) => {
    const text = raw
      .replace(/=\r?\n/g, '')
      .replaceAll('=3D', '=')
      .replaceAll('\r\n', '\n');
    const read = (field: string) => new RegExp(`^${field}: (.*)$`, 'm').exec(text)?.[1] ?? '';
    return { to: read('To'), subject: read('Subject'), text };
  });
}

const GRACE = 'grace@navy.example';

/** A comment of Grace that is approved, whose address she has confirmed. */
async function followAsGrace(): Promise<string> {
  const id = await write({ name: 'Grace', mail: GRACE });
  await decide(id);
  takeMails();
  await confirmFollower(part.store, toFollowerId(part.secret, GRACE));
  return id;
}

test('an address gets nothing before a comment with it is approved, and then a link that confirms it', async () => {
  const id = await write({ name: 'Grace', mail: ` ${GRACE.toUpperCase()} ` });
  await announceAnswers(part, index);
  expect(takeMails()).toEqual([]);
  await decide(id, 'refused');
  expect(takeMails()).toEqual([]);
  await decide(id);
  await announceAnswers(part, index);
  const [mail, ...more] = takeMails();
  expect(more).toEqual([]);
  expect(mail?.to).toBe(GRACE);
  expect(mail?.text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const [, follower = '', key = ''] =
    /https:\/\/ada\.example\/comments\/own\/answers\?follower=([\w-]+)&key=([\d.\w-]+)/.exec(
      mail?.text ?? '',
    ) ?? [];
  expect(isFollowKey(key, part.secret, follower)).toBe(true);
  expect(isFollowKey(key, part.secret, toFollowerId(part.secret, 'eve@evil.example'))).toBe(false);
  expect(isFollowKey(key, part.secret, follower, Date.now() + LIMITS.confirming)).toBe(false);
  expect(isFollowKey(`${key}x`, part.secret, follower)).toBe(false);
  // Before the press no answer is mailed.
  await decide(await write({ name: 'Alan', parent: id }));
  expect(takeMails()).toEqual([]);
  // It came after the address was asked: it follows.
  expect(await confirmFollower(part.store, follower)).toBe(true);
  await announceAnswers(part, index);
  expect(takeMails().map(({ to }) => to)).toEqual([GRACE]);
});

test('an answer is mailed once it is approved, once, with links that end it', async () => {
  const thread = await followAsGrace();
  const answer = await write({ name: 'Alan', parent: thread });
  await announceAnswers(part, index);
  expect(takeMails()).toEqual([]);
  await decide(answer);
  const [mail, ...more] = takeMails();
  expect(more).toEqual([]);
  expect(mail?.text).toContain('> by Alan');
  expect(mail?.text).toContain(`https://ada.example/comments/hello?comment=${answer}#comment-${answer}`);
  const follower = toFollowerId(part.secret, GRACE);
  const end = `https://ada.example/comments/own/answers/end?follower=${follower}`;
  expect(mail?.text.replace(/\s+/g, ' ')).toContain(`List-Unsubscribe: <${end}>`);
  expect(mail?.text).toContain(`${end}&thread=${thread}`);
  await part.store.undo(answer);
  await decide(answer);
  await Promise.all([1, 2, 3].map(() => announceAnswers(part, index)));
  expect(takeMails()).toEqual([]);
});

test('nobody gets their own answers, nor what was approved of others threads', async () => {
  const thread = await followAsGrace();
  await decide(await write({ name: 'Grace', parent: thread }));
  await decide(await write({ name: 'Somebody', mail: GRACE, parent: thread }));
  await decide(await write({ name: 'Alan' }));
  expect(takeMails()).toEqual([]);
  await write({ name: 'Ada', author: 'Ada', parent: thread });
  await announceAnswers(part, index);
  expect(takeMails().map(({ subject }) => subject)).toHaveLength(1);
});

test('all who wrote in a thread and confirmed get its answers, each until they end it', async () => {
  const thread = await followAsGrace();
  const alan = 'alan@npl.example';
  await decide(await write({ name: 'Alan', mail: alan, parent: thread }));
  await confirmFollower(part.store, toFollowerId(part.secret, alan));
  takeMails();
  const answer = async () => {
    await decide(await write({ name: 'Eve', parent: thread }));
    return takeMails()
      .map(({ to }) => to)
      .sort();
  };
  expect(await answer()).toEqual([alan, GRACE]);
  await stopThread(part.store, toFollowerId(part.secret, GRACE), thread);
  await stopThread(part.store, 'forged', thread);
  expect(await answer()).toEqual([alan]);
  await endFollowing(part.store, toFollowerId(part.secret, alan));
  expect(await answer()).toEqual([]);
  // Whoever writes with the address again is asked again.
  await decide(await write({ name: 'Alan', mail: alan, parent: thread }));
  expect(takeMails().map(({ to }) => to)).toEqual([alan]);
});

test('what is kept of it is shown with the rest of somebody, and goes with it', async () => {
  const thread = await followAsGrace();
  expect((await findOwn(part.store, { mail: GRACE })).answers).toMatchObject({
    mail: GRACE,
    state: 'confirmed',
  });
  expect((await findOwn(part.store, { writer: 'Grace' })).answers).toBeUndefined();
  await eraseOwn(part.store, { mail: GRACE });
  expect(await listFollowers(part.store)).toEqual([]);
  const again = await write({ name: 'Grace', mail: GRACE });
  await part.store.erase(again);
  expect(await findFollower(part.store, GRACE)).toBeUndefined();
  expect(await part.store.findComment(thread)).toBeUndefined();
});

test('who does not confirm is forgotten, and asked a few times in a day', async () => {
  for (let number = 0; number <= LIMITS.confirmations + 1; number += 1) {
    await decide(await write({ name: `G${number}`, mail: GRACE }));
    await part.store.write([{ sql: 'UPDATE followers SET asked = ?', args: [1] }]);
    await part.store.beginDay('2026-11-26');
  }
  expect(takeMails()).toHaveLength(LIMITS.confirmations);
  expect(await listFollowers(part.store)).toEqual([]);
});

test('a mail that a server puts off waits, and one that it refuses for good ends the mails', async () => {
  const thread = await followAsGrace();
  const away = await startSmtpServer();
  await away.close();
  Object.assign(process.env, { SMTP_URL: away.url, MAIL_FROM: 'Ada <ada@ada.example>' });
  const first = await write({ name: 'Eve', parent: thread });
  await decide(first);
  delete process.env.SMTP_URL;
  await announceAnswers(part, index);
  expect(takeMails()).toHaveLength(1);
  const smtp = await startSmtpServer(() => '451 Later');
  Object.assign(process.env, { SMTP_URL: smtp.url, MAIL_FROM: 'Ada <ada@ada.example>' });
  const answer = await write({ name: 'Alan', parent: thread });
  await decide(answer);
  await smtp.close();
  delete process.env.SMTP_URL;
  await announceAnswers(part, index);
  expect(takeMails()).toHaveLength(1);
  const other = await startSmtpServer((command) => (command === 'RCPT TO' ? '550 No such user' : undefined));
  process.env.SMTP_URL = other.url;
  await decide(await write({ name: 'Alan', parent: thread }));
  await other.close();
  expect(await findFollower(part.store, GRACE)).toBeUndefined();
});

test('a process that would keep mails of a database elsewhere in a folder leaves them', async () => {
  const thread = await followAsGrace();
  await decide(await write({ name: 'Alan', parent: thread }), 'held');
  const { DATABASE_URL } = process.env;
  const answer = await write({ name: 'Alan', parent: thread });
  process.env.DATABASE_URL = 'libsql://elsewhere.example';
  await decide(answer);
  expect(takeMails()).toEqual([]);
  process.env.DATABASE_URL = DATABASE_URL;
  await announceAnswers(part, index);
  expect(takeMails()).toHaveLength(1);
});
