import path from 'node:path';
import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../../scripts/fresh-store';
import { backupStore, restoreStore } from '../store-transfer';
import { type PagesServer, startPagesServer } from './pages-server';
import { type LinkingPost, planMentions } from './plan-mentions';
import { reportLinks } from './report-links';
import { forgetSent, listSent } from './store-sent';

const part = provideFreshStore();
/** Other sites, and the author's own on the same server. */
let server: PagesServer;
let own: string;
let pages: Record<string, string>;
/** What arrived at endpoints. */
let received: { source: string | null; target: string | null }[];
let asked: string[];
let status: number;
let lines: string[];

test.beforeEach(async () => {
  [pages, received, asked, status, lines] = [{}, [], [], 202, []];
  server = await startPagesServer(async (request, response) => {
    const { url = '', method } = request;
    asked.push(`${method} ${url}`);
    if (method === 'POST') {
      let text = '';
      for await (const piece of request.setEncoding('utf8')) text += piece;
      const fields = new URLSearchParams(text);
      received.push({ source: fields.get('source'), target: fields.get('target') });
      response.writeHead(status).end();
    } else
      response
        .writeHead(pages[url] === undefined ? 404 : 200, { 'Content-Type': 'text/html' })
        .end(pages[url]);
  });
  own = `http://127.0.0.1:${server.port}`;
});

test.afterEach(async () => {
  await server.close();
});

const post = (links: readonly string[], digest = '1'): LinkingPost => ({
  ...{ id: 'hello', url: `${own}/posts/hello`, digest },
  links: links.map((link) => server.url + link),
});

/** The post as it is online. */
const putOnline = ({ links }: LinkingPost) => {
  pages['/posts/hello'] = links.map((link) => `<a href="${link}">x</a>`).join('');
};

async function send(posts: readonly LinkingPost[], isReal = true) {
  const { planned, outdated } = planMentions(posts, await listSent(part.store));
  const reported = await reportLinks(part.store, planned, {
    ...{ siteUrl: own, network: server.network, isReal, pause: 0 },
    report: (line) => lines.push(line),
  });
  if (isReal) await forgetSent(part.store, outdated);
  return reported;
}

test('a dry run finds where links are reported, and sends and keeps nothing', async () => {
  pages['/1'] = '<link rel="webmention" href="/end">';
  pages['/2'] = 'Nothing.';
  expect(await send([post(['/1', '/2'])], false)).toMatchObject({ ready: 1, none: 1, sent: 0 });
  expect(lines).toEqual([
    `${own}/posts/hello → ${server.url}/1 (new): ${server.url}/end`,
    `${own}/posts/hello → ${server.url}/2 (new): takes no mentions`,
  ]);
  expect(asked).toEqual(['GET /1', 'GET /2']);
  expect(await listSent(part.store)).toEqual([]);
});

test('a link is reported once, and again when the post changes', async () => {
  pages['/1'] = '<link rel="webmention" href="/end">';
  putOnline(post(['/1', '/2']));
  expect(await send([post(['/1', '/2', '/1'])])).toMatchObject({ sent: 1, none: 1 });
  expect(received).toEqual([{ source: `${own}/posts/hello`, target: `${server.url}/1` }]);
  asked.length = 0;
  expect(await send([post(['/1', '/2'])])).toMatchObject({ sent: 0, none: 0 });
  expect(asked).toEqual([]);
  expect(await send([post(['/1', '/2'], '2')])).toMatchObject({ sent: 1, none: 1 });
  expect(received).toHaveLength(2);
});

test('a link that is not in the post any more is reported a last time, as is one of a post that is gone', async () => {
  for (const page of ['/1', '/2']) pages[page] = '<a rel="webmention" href="/end">x</a>';
  putOnline(post(['/1', '/2', '/3']));
  await send([post(['/1', '/2', '/3'])]);
  // It is still online as it was.
  expect(await send([post(['/1'], '2')])).toMatchObject({ sent: 1, offline: 1 });
  putOnline(post(['/1']));
  expect(await send([post(['/1'], '2')])).toMatchObject({ sent: 1 });
  expect(received.map(({ target }) => target?.slice(-2))).toEqual(['/1', '/2', '/1', '/2']);
  expect((await listSent(part.store)).map(({ target }) => target)).toEqual([`${server.url}/1`]);
  delete pages['/posts/hello'];
  expect(await send([])).toMatchObject({ sent: 1 });
  expect(await listSent(part.store)).toEqual([]);
  expect(await send([])).toMatchObject({ sent: 0 });
});

test('nothing is reported of a post that is not online as it is here', async () => {
  pages['/1'] = '<link rel="webmention" href="/end">';
  expect(await send([post(['/1'])])).toMatchObject({ offline: 1, sent: 0 });
  putOnline(post([]));
  expect(await send([post(['/1'])])).toMatchObject({ offline: 1, sent: 0 });
  expect(await listSent(part.store)).toEqual([]);
  putOnline(post(['/1']));
  expect(await send([post(['/1'])])).toMatchObject({ sent: 1 });
});

test('what is away is tried at the next time, what is refused is not', async () => {
  pages['/1'] = '<link rel="webmention" href="/end">';
  putOnline(post(['/1']));
  for (const away of [500, 503, 429]) {
    status = away;
    expect(await send([post(['/1'])])).toMatchObject({ away: 1 });
  }
  status = 400;
  expect(await send([post(['/1'])])).toMatchObject({ failed: 1 });
  expect(await send([post(['/1'])])).toMatchObject({ failed: 0, sent: 0, away: 0 });
});

for (const endpoint of [
  'http://127.0.0.1:1/',
  'http://[::1]/',
  'http://169.254.169.254/latest',
  'file:///etc/passwd',
])
  test(`nothing is sent to ${endpoint}`, async () => {
    pages['/1'] = `<link rel="webmention" href="${endpoint}">`;
    putOnline(post(['/1']));
    expect(await send([post(['/1'])])).toMatchObject({ failed: 1, sent: 0 });
    expect(received).toEqual([]);
  });

test('a page is asked once for all posts that link to it', async () => {
  pages['/1'] = '<link rel="webmention" href="/end">';
  const other = { ...post(['/1']), id: 'other', url: `${own}/posts/other` };
  putOnline(post(['/1']));
  pages['/posts/other'] = pages['/posts/hello'] ?? '';
  expect(await send([post(['/1']), other])).toMatchObject({ sent: 2 });
  expect(asked.filter((one) => one === 'GET /1')).toHaveLength(1);
});

test('a host is asked no more than once in a while', async () => {
  for (const page of ['/1', '/2', '/3']) pages[page] = 'Nothing.';
  const { planned } = planMentions([post(['/1', '/2', '/3'])], []);
  const start = performance.now();
  await reportLinks(part.store, planned, {
    ...{ siteUrl: own, network: server.network, isReal: false, pause: 100 },
    report: () => undefined,
  });
  expect(performance.now() - start).toBeGreaterThanOrEqual(200);
});

test('what was sent is part of a backup', async () => {
  pages['/1'] = '<link rel="webmention" href="/end">';
  putOnline(post(['/1']));
  await send([post(['/1'])]);
  const before = await listSent(part.store);
  const backup = path.join(part.folder, 'backup.db');
  await backupStore(part.store, backup);
  await forgetSent(part.store, before);
  await restoreStore(part.store, backup);
  expect(await listSent(part.store)).toEqual(before);
});

test('a post that got another address is reported again, and one that was taken as sent is not', () => {
  const record = {
    post: 'hello',
    target: `${server.url}/1`,
    digest: '1',
    source: `${own}/posts/hello`,
  } as const;
  const plan = (of: LinkingPost, state: 'sent' | 'skipped' | 'none') =>
    planMentions([of], [{ ...record, state }]);
  expect(plan(post(['/1']), 'skipped')).toEqual({ planned: [], outdated: [] });
  expect(plan({ ...post(['/1']), url: `${own}/posts/new` }, 'sent').planned).toMatchObject([
    { reason: 'changed' },
  ]);
  // Nobody has to know that it is gone who was never notified of it.
  expect(plan(post([]), 'none')).toMatchObject({ planned: [], outdated: [record] });
  expect(plan(post([]), 'skipped')).toMatchObject({ planned: [], outdated: [record] });
});
