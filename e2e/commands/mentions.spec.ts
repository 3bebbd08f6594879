import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type PagesServer, startPagesServer } from '@/lib/readers/mentions/pages-server';
import { expect, test } from '../site';
import { type Session, startSession } from './session';

const TARGET = 'http://grace.example/notes/1';

test.describe.configure({ mode: 'serial' });

let folder: string;
/** The blog as it is online, and the site of Grace. */
let server: PagesServer;
let received: string[];
let session: Session;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-mentions-'));
  received = [];
  server = await startPagesServer(async (request, response) => {
    let text = '';
    for await (const piece of request.setEncoding('utf8')) text += piece;
    if (request.method === 'POST') received.push(`${request.headers.host}${request.url} ${text}`);
    response.setHeader('Content-Type', 'text/html');
    if (request.url === '/notes/1') response.setHeader('Link', '</mentions?of=grace>; rel="webmention"');
    response.end(`<a href="${TARGET}">notes</a><a href="http://169.254.169.254/latest">inner</a>`);
  });
  mkdirSync(path.join(folder, 'content/posts'), { recursive: true });
  const site = `export default { title: 'T', url: 'http://127.0.0.1:${server.port}' };\n`;
  writeFileSync(path.join(folder, 'content/site.ts'), site);
  writePost('As Grace says');
  // Nobody sees them, so nobody is notified of them.
  for (const state of ['draft: true', 'unlisted: true', 'date: 2999-01-01'])
    writePost('Not yet', { slug: state.slice(0, 5), state });
  session = startSession({
    CONTENT_DIR: path.join(folder, 'content'),
    CACHE_DIR: path.join(folder, 'cache'),
    DATABASE_URL: `file:${path.join(folder, 'readers.db')}`,
    OTHER_SITE_PORT: String(server.port),
    NODE_OPTIONS: `--require ${JSON.stringify(path.resolve('e2e/commands/other-site.cjs'))}`,
  });
});

test.afterAll(async () => {
  await session?.end();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

function writePost(words: string, { slug = 'hello', state = 'date: 2026-05-01' } = {}): void {
  const date = state.startsWith('date') ? state : `${state}\ndate: 2026-05-01`;
  const text = `${words}: [notes](${TARGET}), [inner](http://169.254.169.254/latest), [own](/posts).`;
  writeFileSync(
    path.join(folder, 'content/posts', `${slug}.md`),
    `---\ntitle: ${slug}\ndescription: x\n${date}\n---\n\n${text}\n`,
  );
}

const run = (...args: string[]) => session.run('mentions', ...args);

test('An author reports the links of a new post, once, and again when its words change', async () => {
  const dry = await run('send');
  expect(dry.output).toContain(`posts/hello → ${TARGET} (new): http://grace.example/mentions?of=grace`);
  expect(dry.output).toContain('169.254.169.254/latest (new): 169.254.169.254 is not on the public web');
  expect(dry.output).toContain('1 would be sent, 1 take no mentions');
  expect(dry.output).not.toContain('/posts/draft');
  expect(dry.output).not.toContain('/posts/unlis');
  expect(await run('send', '--really')).toMatchObject({ status: 1 });
  expect(received).toEqual([]);
  const sent = await run('send', '--really', '--all');
  expect(sent).toMatchObject({ status: 0 });
  const report = new URLSearchParams({
    source: `http://127.0.0.1:${server.port}/posts/hello`,
    target: TARGET,
  });
  expect(received).toEqual([`grace.example/mentions?of=grace ${report}`]);
  expect((await run('send', '--really')).output).toContain('0 sent, 0 take no mentions');
  writePost('As Grace said');
  expect((await run('send', '--really')).output).toContain('1 sent, 1 take no mentions');
  expect(received).toHaveLength(2);
  writePost('As Grace will say');
  expect((await run('send', '--mark')).output).toContain('2 links are taken as sent.');
  expect((await run('send', '--really')).output).toContain('0 sent, 0 take no mentions');
  expect(received).toHaveLength(2);
});

test('An author fetches what waits, and is answered when they ask for something else', async () => {
  expect(await run('receive')).toMatchObject({ status: 0, output: 'None waits.\n' });
  expect((await run('forward')).output).toContain('"forward" is nothing that can be done.');
});
