import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { checkSpam } from './check-spam';
import type { Comment } from './comment';
import { screenComment } from './screen-comment';

const COMMENT: Comment = {
  ...{ id: 'a', post: 'hello', name: 'Grace', body: 'Buy <pills> & more', html: '', state: 'held' },
  ...{ created: Date.UTC(2026, 0, 2), isByAuthor: false },
};
const CIRCUMSTANCES = {
  ...{ page: 'https://ada.example/posts/hello', site: 'https://ada.example', language: 'en' },
  ...{ address: '192.0.2.7', userAgent: 'Browser/1.0', mail: 'grace@navy.example' },
};

const part = provideFreshStore({ AKISMET_KEY: 'secret-key', AKISMET_URL: undefined });
let service: Server;
let asked: URLSearchParams[] = [];
/** How the service answers; undefined: never. */
let answer: { status: number; text: string; headers?: Record<string, string> } | undefined;

test.beforeEach(async () => {
  await part.store.addComment(COMMENT, 'w');
  asked = [];
  service = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    asked.push(new URLSearchParams(text));
    if (answer) response.writeHead(answer.status, answer.headers).end(answer.text);
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  process.env.AKISMET_URL = `http://127.0.0.1:${(service.address() as AddressInfo).port}/check`;
});

test.afterEach(() => {
  service.closeAllConnections();
  service.close();
});

test('what the service takes for spam is among the spam, and can be taken back', async () => {
  answer = { status: 200, text: 'true' };
  expect(await screenComment(part.store, COMMENT, CIRCUMSTANCES)).toBe(true);
  expect((await part.store.findComment('a'))?.state).toBe('spam');
  expect(await part.store.undo('a')).toBe(true);
  expect((await part.store.findComment('a'))?.state).toBe('held');
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({
    ...{ api_key: 'secret-key', blog: 'https://ada.example', blog_lang: 'en', blog_charset: 'UTF-8' },
    ...{ user_ip: '192.0.2.7', user_agent: 'Browser/1.0', permalink: 'https://ada.example/posts/hello' },
    ...{ comment_type: 'comment', comment_author: 'Grace', comment_author_email: 'grace@navy.example' },
    ...{ comment_content: 'Buy <pills> & more', comment_date_gmt: '2026-01-02T00:00:00.000Z' },
  });
});

test('nobody is asked without a key', async () => {
  delete process.env.AKISMET_KEY;
  answer = { status: 200, text: 'true' };
  expect(await screenComment(part.store, COMMENT, CIRCUMSTANCES)).toBe(false);
  expect(asked).toEqual([]);
});

test('what a moderator has decided meanwhile stays', async () => {
  answer = { status: 200, text: 'true' };
  await part.store.decide('a', 'approved');
  expect(await screenComment(part.store, COMMENT, CIRCUMSTANCES)).toBe(false);
  expect((await part.store.findComment('a'))?.state).toBe('approved');
});

for (const [what, given] of [
  ['is content', { status: 200, text: 'false' }],
  ['does not accept the key', { status: 200, text: 'invalid' }],
  ['is broken', { status: 500, text: 'true' }],
  ['sends elsewhere', { status: 307, text: '', headers: { Location: 'http://127.0.0.1:1/' } }],
  ['answers with something else', { status: 200, text: 'x'.repeat(100_000) }],
] as const)
  test(`a comment waits where the service ${what}`, async () => {
    answer = given;
    expect(await screenComment(part.store, COMMENT, CIRCUMSTANCES)).toBe(false);
    expect((await part.store.findComment('a'))?.state).toBe('held');
  });

test('a service that does not answer, or is not there, is not waited for', async () => {
  const suspect = { ...COMMENT, ...CIRCUMSTANCES };
  answer = undefined;
  await expect(checkSpam(suspect, 100)).rejects.toThrow('due to timeout');
  answer = { status: 200, text: 'invalid', headers: { 'X-Akismet-Debug-Help': 'We know no such key' } };
  await expect(checkSpam(suspect)).rejects.toThrow('answered 200: We know no such key');
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
  expect(await screenComment(part.store, COMMENT, CIRCUMSTANCES)).toBe(false);
});
