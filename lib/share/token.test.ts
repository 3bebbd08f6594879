import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { getShareSecret, readShare, signShare } from './token';

keepEnvironment();

const SECRET = 'a secret that is long enough to be one';
const NOW = new Date('2026-11-22T12:00:00Z');
const SHARE = { slug: 'hành-trình-日本', expires: NOW.getTime() / 1000 + 60 };
const TOKEN = signShare(SHARE, SECRET);

test('a token opens what it was made for, in a path as it is, until it expires', () => {
  expect(TOKEN).toMatch(/^[\w.-]+$/);
  expect(readShare(TOKEN, SECRET, NOW)).toEqual(SHARE);
  expect(readShare(TOKEN, SECRET, new Date(NOW.getTime() + 59_999))).toEqual(SHARE);
  expect(readShare(TOKEN, SECRET, new Date(NOW.getTime() + 60_000))).toBeUndefined();
});

test('another secret opens nothing', () => {
  expect(readShare(TOKEN, `${SECRET}.`, NOW)).toBeUndefined();
});

test('a signature does not fit another post or another day', () => {
  const [name = '', time = '', signature = ''] = TOKEN.split('.');
  const [other = ''] = signShare({ ...SHARE, slug: 'other' }, SECRET).split('.');
  expect(readShare(`${other}.${time}.${signature}`, SECRET, NOW)).toBeUndefined();
  expect(readShare(`${name}.${Number(time) + 1}.${signature}`, SECRET, NOW)).toBeUndefined();
  // Slug and day are signed apart: neither can lend its end to the other.
  const near = signShare({ slug: 'a', expires: 12345678901 }, SECRET).split('.');
  const far = signShare({ slug: 'a1', expires: 2345678901 }, SECRET).split('.');
  expect(near[2]).not.toBe(far[2]);
});

test('no character of a token can be changed, taken away or added', () => {
  for (let at = 0; at < TOKEN.length; at++) {
    for (const sign of ['A', 'B', '-', '_', '.', '=', '%', '']) {
      if (TOKEN[at] === sign) continue;
      const altered = TOKEN.slice(0, at) + sign + TOKEN.slice(at + 1);
      expect(readShare(altered, SECRET, NOW), altered).toBeUndefined();
    }
    expect(readShare(`${TOKEN.slice(0, at)}0${TOKEN.slice(at)}`, SECRET, NOW)).toBeUndefined();
  }
});

for (const token of ['', '.', '..', 'a.b.c', `${'a'.repeat(5000)}.1.x`, 'YQ.9e9.x', 'YQ.-1.x', '\0.1.2']) {
  test(`the text ${JSON.stringify(token.slice(0, 20))} opens nothing`, () => {
    expect(readShare(token, SECRET, NOW)).toBeUndefined();
  });
}

test('a short secret counts as none', () => {
  for (const [secret, found] of [
    ['', undefined],
    ['x'.repeat(31), undefined],
    ['x'.repeat(32), 'x'.repeat(32)],
  ] as const) {
    process.env.SHARE_SECRET = secret;
    expect(getShareSecret()).toBe(found);
  }
});
