import { expect, test } from 'playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { POST } from '@/app/desk/decide/route.dev';
import { emptyProcessCaches } from '@/lib/cache/process-cache';
import { writeContent } from '@/lib/content/write-content';
import { decide } from '@/lib/readers/decide';
import { getDeskFacts } from '@/lib/readers/desk-facts';
import { renderComment } from '@/lib/readers/render-comment';
import { beginNewsletter, settleDelivery, takeDelivery } from '@/lib/readers/store-newsletters';
import { importReads } from '@/lib/readers/store-read-numbers';
import { askForSubscription, confirmSubscription, endSubscription } from '@/lib/readers/store-subscribers';
import { provideFreshStore } from '@/scripts/fresh-store';
import { keepEnvironment } from '@/scripts/keep-environment';
import { DeskReads } from './desk-reads';
import { DeskWaiting } from './desk-waiting';

const READERS = {
  ...{ moderators: ['ada@ada.example'], thanks: false, mentions: false },
  ...{ subscriptions: true, reads: true },
};
const POSTS = new Map([['hello', { title: 'Hello', href: '/posts/hello' }]]);
const today = '2026-11-28';

keepEnvironment();
const part = provideFreshStore();

test.beforeEach(() => emptyProcessCaches());

async function write(id: string, name: string, body: string): Promise<void> {
  const html = await renderComment(body);
  const created = Number(id);
  await part.store.addComment(
    { id, post: 'hello', name, body, html, state: 'held', created, isByAuthor: false },
    'w',
  );
}

test('shows what waits, and what was just decided until something else is', async () => {
  for (let number = 1; number <= 7; number += 1)
    await write(String(number), 'Mallory</b><script>', '<img src=x onerror=alert(1)>');
  const first = await getDeskFacts(part.store, READERS, { today });
  expect(first.held).toBe(7);
  expect(first.comments.map(({ id }) => id)).toEqual(['7', '6', '5', '4', '3']);
  await decide(part.store, '6', 'refused', 'Not about the post.');
  await decide(part.store, '5', 'nonsense', '');
  const next = await getDeskFacts(part.store, READERS, { today, decided: '6' });
  expect(next.comments.map(({ id, state }) => `${id} ${state}`).slice(0, 3)).toEqual([
    '6 refused',
    '7 held',
    '5 held',
  ]);
  const html = renderToStaticMarkup(createElement(DeskWaiting, { facts: next, posts: POSTS }));
  expect(html).toContain('6 comments wait · 0 subscribers.');
  expect(html).toContain('refused: Not about the post.');
  expect(html).toContain('And 1 more');
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('action="/desk/decide"');
  await decide(part.store, '6', 'undo', '');
  expect((await getDeskFacts(part.store, READERS, { today, decided: 'none' })).held).toBe(7);
});

test('counts subscribers, and shows newsletters that not all have got', async () => {
  const ids = ['a', 'b', 'c', 'd'].map((name) => `id-of-subscriber-${name}`);
  for (const id of ids) {
    await askForSubscription(part.store, { id, mail: `${id}@b.example`, section: '' });
    if (id !== ids[3]) await confirmSubscription(part.store, id, { section: '' });
  }
  await beginNewsletter(part.store, 'hello', ids.slice(0, 3), 1);
  const send = async () => {
    const taken = await takeDelivery(part.store, 'hello', Date.now());
    return () =>
      settleDelivery(part.store, { post: 'hello', subscriber: taken?.subscriber ?? '', state: 'sent' });
  };
  await (await send())();
  const arrive = await send();
  const { newsletters, subscribers } = await getDeskFacts(part.store, READERS, { today });
  expect(newsletters).toEqual([{ post: 'hello', sent: 1, sending: 1, waiting: 1 }]);
  expect(subscribers).toEqual({ asked: 1, confirmed: 3, bounced: 0 });
  await arrive();
  for (const id of ids) await endSubscription(part.store, id);
  expect((await getDeskFacts(part.store, READERS, { today })).newsletters).toEqual([]);
});

test('shows what was read as text, whatever a stranger reported, and nothing of it where it is off', async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  await importReads(part.store, [
    { day: today, kind: 'post', name: 'hello', number: 3 },
    { day: today, kind: 'host', name: 'evil.example', number: 1 },
    { day: today, kind: 'host', name: '', number: 2 },
    { day: today, kind: 'search', name: hostile, number: 1 },
  ]);
  const { reads } = await getDeskFacts(part.store, READERS, { today });
  if (!reads) throw new Error('Reads are on.');
  const html = renderToStaticMarkup(createElement(DeskReads, { reads, posts: POSTS }));
  expect(html).toContain('<a href="/posts/hello">Hello</a>');
  expect(html).toContain('<bdi>&lt;img src=x');
  // A host is no link: strangers would advertise there.
  expect([...html.matchAll(/<(?:a|img|script)\b/g)]).toHaveLength(1);
  expect(html).toContain('<i>others</i>');
  const off = await getDeskFacts(part.store, { ...READERS, reads: false, subscriptions: false }, { today });
  expect(off).not.toHaveProperty('reads');
  expect(off).not.toHaveProperty('subscribers');
});

test('decides what a page of the desk asks for, and no other site', async () => {
  await write('1', 'Grace', 'Nice.');
  process.env.CONTENT_DIR = writeContent({
    'site.ts': `export default { readers: { moderators: ['ada@ada.example'], comments: {} } };\n`,
  });
  const send = async (origin: string) => {
    const headers = {
      ...{ Origin: origin, Host: 'localhost:3000' },
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const body = 'comment=1&action=approved';
    const { status } = await POST(
      new Request('http://localhost:3000/desk/decide', { method: 'POST', headers, body }),
    );
    return { status, state: (await part.store.findComment('1'))?.state };
  };
  expect(await send('https://evil.example')).toEqual({ status: 403, state: 'held' });
  expect(await send('http://localhost:3000')).toEqual({ status: 303, state: 'approved' });
});
