import { expect, test } from 'playwright/test';
import type { AddressTable, Answer } from './address-table';
import { createFinder } from './find-answer';
import { toRedirectKey } from './redirect-key';
import { MAX_TARGET_LENGTH, readRequestTarget } from './request-target';

const answer: Answer = { file: 'x', type: 'text/html; charset=utf-8', bytes: 1, hash: 'x', headers: 0 };
const answers = ['/', '/about', '/posts/日本語', '/c++', '/feed.xml'];
const redirects = {
  '/2019/old.html': '/about',
  '/100%-real': '/about',
  '/part': '/about?v=1#part',
  '/c++/(notes)': '/c%2B%2B',
};

const table: AddressTable = {
  base: '',
  answers: Object.fromEntries(answers.map((address) => [address, answer])),
  missing: answer,
  redirects: Object.fromEntries(Object.entries(redirects).map(([from, to]) => [toRedirectKey(from), to])),
  requested: [{ pattern: '^/share/([^/]+?)(?:/)?$', headers: 0, isPage: true }],
  headers: [],
};

for (const [url, expected] of [
  ['/', 'answer'],
  ['/?a=b', 'answer'],
  ['/about?a', 'answer'],
  ['http://blog.example/about#x', 'answer'],
  ['HTTP://blog.example', 400],
  ['/posts/%E6%97%A5%E6%9C%AC%E8%AA%9E', 'answer'],
  // The bytes of 日本語, as Node hands them over where they were sent bare.
  [`/posts/${Buffer.from('日本語').toString('latin1')}`, 'answer'],
  ['/c%2b%2b', 'answer'],
  ['/share/token', 'requested'],
  ['/share//token', 'missing'],
  ['/about/', '/about'],
  ['//about', '/about'],
  ['/about//?q=1', '/about?q=1'],
  ['/about.html', '/about'],
  ['/index.html', '/'],
  ['//', '/'],
  ['/2019/OLD.html/', '/about'],
  ['//2019//old.html?a', '/about?a'],
  ['/c++/(notes)', '/c%2B%2B'],
  ['/100%-real', '/about'],
  ['/part?a=b', '/about?v=1&a=b#part'],
  ['/index', 'missing'],
  ['/About', 'missing'],
  ['/_global-error', 'missing'],
  ['/_not-found', 'missing'],
  ['/posts/%5Bslug%5D', 'missing'],
  ['//evil.example/', 'missing'],
  ['/\\evil.example', 'missing'],
  ['/..%2f..%2fetc/passwd', 'missing'],
  ['/../about', 'missing'],
  ['/__proto__', 'missing'],
  ['/constructor', 'missing'],
  ['/%', 'unreadable'],
  ['/%ff', 'unreadable'],
  ['/%ed%a0%80', 'unreadable'],
  ['/a%00b', 400],
  ['/a%0d%0ab', 400],
  ['/\xff', 'unreadable'],
  ['*', 400],
  ['', 400],
  [`/${'a'.repeat(MAX_TARGET_LENGTH)}`, 414],
] as const) {
  test(`${url.slice(0, 60)} is ${expected}`, () => {
    expect(find(url)).toBe(expected);
  });
}

function find(url: string): string | number {
  const target = readRequestTarget(url);
  if (typeof target === 'number') return target;
  const found = createFinder(table)(target);
  return found.kind === 'redirect' ? found.location : found.kind;
}
