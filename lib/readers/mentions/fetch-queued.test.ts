import path from 'node:path';
import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../../scripts/fresh-store';
import type { Comment } from '../comment';
import { LIMITS } from '../limits';
import { parseExport } from '../parse-export';
import { backupStore, exportComments, importComments, restoreStore } from '../store-transfer';
import { fetchQueued } from './fetch-queued';
import { type PagesServer, startPagesServer } from './pages-server';
import { receiveMention } from './receive-mention';
import { countQueued, eraseMentions, queueMention, takeMention } from './store-mentions';

const siteUrl = 'https://ada.example';
const target = `${siteUrl}/posts/hello`;

const part = provideFreshStore();
let server: PagesServer;
/** What the other site has, by path; a number is a status. */
let pages: Record<string, string | number>;
let held: Comment[];
let lines: string[];

test.beforeEach(async () => {
  [pages, held, lines] = [{}, [], []];
  server = await startPagesServer(({ url = '' }, response) => {
    const page = pages[url] ?? 404;
    response.writeHead(typeof page === 'number' ? page : 200, { 'Content-Type': toType(url) });
    response.end(String(page));
  });
});

test.afterEach(async () => {
  await server.close();
});

function toType(url: string): string {
  if (url.endsWith('.json')) return 'application/json';
  return url.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8';
}

const reply = (text: string, name = 'Grace') =>
  `<div class="h-entry"><a class="p-author h-card" href="/">${name}</a><a class="u-in-reply-to" href="${target}">x</a><p class="e-content">${text}</p></div>`;

const receive = (source: string, more: { target?: string; address?: string } = {}) =>
  receiveMention(
    part,
    { source, target, address: 'here', ...more },
    { siteUrl, findPost: ({ pathname }) => (pathname === '/posts/hello' ? 'hello' : undefined) },
  );

const work = () =>
  fetchQueued(part, {
    ...{ siteUrl, network: server.network },
    notify: async (comment) => {
      held.push(comment);
    },
    report: (line) => lines.push(line),
  });

/** Reports a page and fetches it; gives what is kept of it then. */
async function send(page: string, more: { target?: string } = {}) {
  expect((await receive(`${server.url}${page}`, more)).status).toBe(202);
  await work();
  return findKept(page);
}

async function findKept(page: string) {
  return (await exportComments(part.store)).find(({ mention }) => mention?.source === `${server.url}${page}`);
}

test('a page that answers a post waits, is approved, changed, and taken back by who wrote it', async () => {
  pages['/1'] = reply('I agree.');
  const kept = await send('/1');
  expect(kept).toMatchObject({
    post: 'hello',
    state: 'held',
    name: 'Grace',
    html: '<p>I agree.</p>',
    isByAuthor: false,
  });
  expect(kept?.mention).toEqual({
    ...{ kind: 'reply', source: `${server.url}/1`, url: `${server.url}/1`, website: `${server.url}/` },
  });
  expect(held).toHaveLength(1);
  await part.store.decide(kept?.id ?? '', 'approved');
  // The same once more says nothing new.
  expect(await send('/1')).toMatchObject({ state: 'approved' });
  expect(held).toHaveLength(1);
  // What is changed is looked at again.
  pages['/1'] = reply('I disagree.');
  expect(await send('/1')).toMatchObject({ state: 'held', body: 'I disagree.', id: kept?.id });
  expect(held).toHaveLength(2);
  pages['/1'] = '<p>Nothing of it.</p>';
  expect(await send('/1')).toBeUndefined();
  expect(await exportComments(part.store)).toEqual([]);
});

for (const status of [404, 410])
  test(`a page that is answered with ${status} is not shown any more`, async () => {
    pages['/1'] = reply('x');
    await part.store.decide((await send('/1'))?.id ?? '', 'approved');
    pages['/1'] = status;
    expect(await send('/1')).toBeUndefined();
  });

test('a page that is away is tried again later, and keeps its place meanwhile', async () => {
  pages['/1'] = reply('x');
  await send('/1');
  for (const status of [500, 503, 429]) {
    pages['/1'] = status;
    expect(await send('/1')).toMatchObject({ state: 'held' });
    expect(await countQueued(part.store)).toEqual({ all: 1, due: 0 });
  }
  const later = Date.now() + 10 * 60_000;
  expect(await countQueued(part.store, later)).toEqual({ all: 1, due: 1 });
  for (const tries of [2, 3, 4, 5])
    expect(await takeMention(part.store, 0, later + tries)).toMatchObject({ tries });
  // After the last it is forgotten.
  await part.store.write(['UPDATE queued_mentions SET due = 0, tries = 4']);
  await work();
  expect(await countQueued(part.store)).toEqual({ all: 0, due: 0 });
  expect(lines.at(-1)).toMatch(/^refused: .*429/);
});

test('what a moderator decided against stays so, whatever is sent', async () => {
  pages['/1'] = reply('Spam.');
  const { id = '' } = (await send('/1')) ?? {};
  for (const state of ['refused', 'spam', 'deleted'] as const) {
    await part.store.decide(id, state);
    pages['/1'] = reply(`More of it: ${state}`);
    expect(await send('/1')).toMatchObject({ state, body: 'Spam.' });
  }
  expect(held).toHaveLength(1);
});

test('a page is one mention of a post, by whichever of its addresses', async () => {
  pages['/1'] = `${reply('x')}<a href="${target}#part">x</a><a href="${target}?from=feed">x</a>`;
  await send('/1');
  await send('/1', { target: `${target}#part` });
  await send('/1', { target: `${target}?from=feed` });
  expect(await exportComments(part.store)).toHaveLength(1);
  // It has to link to the address that was reported.
  expect(await send('/1', { target: `${target}?from=mail` })).toBeUndefined();
});

test('text and JSON mention a post, where its address stands in them', async () => {
  pages['/a.txt'] = `See ${target}.`;
  pages['/b.txt'] = `See ${target}-2 and https://evil.example/?${target}`;
  pages['/c.json'] = JSON.stringify({ items: [{ links: [target] }] });
  pages['/d.json'] = JSON.stringify({ text: `See ${target}`, [target]: 1 });
  pages['/e.json'] = `${'['.repeat(100_000)}"${target}"${']'.repeat(100_000)}`;
  pages['/f.json'] = JSON.stringify([...Array(200_000).fill(1), target]);
  expect(await send('/a.txt')).toMatchObject({ name: new URL(server.url).host, body: 'a.txt' });
  expect(await send('/b.txt')).toBeUndefined();
  expect(await send('/c.json')).toMatchObject({ mention: { kind: 'mention' } });
  expect(await send('/d.json')).toBeUndefined();
  await send('/e.json');
  expect(await send('/f.json')).toMatchObject({ state: 'held' });
});

test('a page that no parser reads keeps no other one from being read', async () => {
  pages['/deep'] = `${'<div>'.repeat(100_000)}${reply('x')}`;
  pages['/1'] = reply('x');
  await receive(`${server.url}/deep`);
  await receive(`${server.url}/1`);
  expect(await work()).toBe(2);
  expect(lines.join('\n')).toMatch(/^refused: .*too deep/);
  expect(await findKept('/1')).toBeDefined();
});

for (const [source, to] of [
  ['', target],
  ['x', target],
  ['ftp://grace.example/', target],
  ['javascript:alert(1)', target],
  ['https://u:p@grace.example/', target],
  [`https://grace.example/${'x'.repeat(2000)}`, target],
  [target, target],
  ['https://ada.example:443/other', target],
  ['https://grace.example/', ''],
  ['https://grace.example/', 'x'],
  ['https://grace.example/', `${siteUrl}/posts/none`],
  ['https://grace.example/', `${siteUrl}/`],
] as const)
  test(`nothing is fetched for ${source.slice(0, 40) || 'no source'} and ${to || 'no target'}`, async () => {
    expect(await receive(source, { target: to })).toMatchObject({ status: 400 });
    expect(await countQueued(part.store)).toEqual({ all: 0, due: 0 });
  });

test('an address of this machine is not fetched, and is not tried again', async () => {
  await receive('http://127.0.0.1/admin');
  await receive('http://[::ffff:169.254.169.254]/latest/meta-data');
  await fetchQueued(part, { siteUrl, notify: async () => undefined, report: (line) => lines.push(line) });
  expect(lines.map((line) => line.slice(0, 7))).toEqual(['refused', 'refused']);
  expect(await countQueued(part.store)).toEqual({ all: 0, due: 0 });
});

test('neither a sender nor a site fills the queue', async () => {
  const answers = async (toSource: (number: number) => string, toAddress: (number: number) => string) => {
    const found: number[] = [];
    for (let number = 0; number <= LIMITS.mentions; number += 1)
      found.push((await receive(toSource(number), { address: toAddress(number) })).status);
    return found;
  };
  const ofOne = await answers(
    (number) => `https://a${number}.example/`,
    () => 'one',
  );
  expect(ofOne.filter((status) => status === 202)).toHaveLength(LIMITS.mentions);
  expect(ofOne.at(-1)).toBe(429);
  const ofSite = await answers(
    (number) => `https://a.example/${number}`,
    (number) => `from ${number}`,
  );
  expect(ofSite.at(-1)).toBe(429);
});

test('a page is fetched once, by whichever process', async () => {
  for (let number = 0; number < 20; number += 1)
    await queueMention(part.store, { source: `${server.url}/${number}`, target, post: 'hello' });
  const taken = await Promise.all(Array.from({ length: 30 }, () => takeMention(part.store, 60_000)));
  const sources = taken.flatMap((one) => (one ? [one.source] : []));
  expect(new Set(sources).size).toBe(20);
  expect(sources).toHaveLength(20);
});

test('two runs of a process do not fetch at the same time', async () => {
  pages['/1'] = reply('x');
  await receive(`${server.url}/1`);
  const numbers = await Promise.all([work(), work(), work()]);
  expect(numbers.sort()).toEqual([0, 0, 1]);
});

test('mentions are exported, imported, backed up and restored, and nothing of a file is trusted', async () => {
  pages['/1'] = reply('x');
  await send('/1');
  await queueMention(part.store, { source: `${server.url}/2`, target, post: 'hello' });
  const json = JSON.stringify(await exportComments(part.store)).replace('<p>x</p>', '<script>');
  const backup = path.join(part.folder, 'backup.db');
  await backupStore(part.store, backup);
  await eraseMentions(part.store, server.url);
  expect(await countQueued(part.store)).toEqual({ all: 0, due: 0 });
  expect(await exportComments(part.store)).toEqual([]);
  await importComments(part.store, (await parseExport(json)).comments);
  expect(await findKept('/1')).toMatchObject({ html: '<p>x</p>', mention: { kind: 'reply' } });
  for (const forged of ['javascript:alert(1)', 'data:text/html,x'])
    await expect(parseExport(json.replaceAll(`${server.url}/1`, forged))).rejects.toThrow('no export');
  expect(await restoreStore(part.store, backup)).toBe(1);
  expect(await findKept('/1')).toMatchObject({ html: '<p>x</p>', mention: { kind: 'reply' } });
  expect((await countQueued(part.store)).all).toBe(1);
});

test('erases what a page, a site or a person has, and nothing of others', async () => {
  for (const page of ['/1', '/2', '/10']) {
    pages[page] = reply(page);
    await send(page);
  }
  pages['/bridge'] = reply('y').replace('href="/"', 'href="https://social.example/@alan"');
  await send('/bridge');
  const count = async () => (await exportComments(part.store)).length;
  expect(await eraseMentions(part.store, `${server.url}/1`)).toBe(1);
  expect(await eraseMentions(part.store, 'http://grace.example/')).toBe(0);
  expect(await eraseMentions(part.store, 'https://social.example/@alan')).toBe(1);
  expect(await count()).toBe(2);
  expect(await eraseMentions(part.store, server.url)).toBe(2);
  expect(await count()).toBe(0);
});

test('where a reader answered it an empty place stays, which a new report fills', async () => {
  pages['/1'] = reply('x');
  const { id = '' } = (await send('/1')) ?? {};
  await part.store.addComment(
    {
      id: 'a',
      post: 'hello',
      parent: id,
      name: 'Alan',
      body: 'y',
      html: 'y',
      state: 'held',
      created: 1,
      isByAuthor: false,
    },
    'w',
  );
  pages['/1'] = 410;
  await send('/1');
  const empty = await part.store.findComment(id);
  expect(empty).toMatchObject({ name: '', html: '', state: 'deleted' });
  expect(JSON.stringify(empty)).not.toContain('grace.example');
  pages['/1'] = reply('z');
  expect(await send('/1')).toMatchObject({ id, state: 'held', body: 'z' });
});
