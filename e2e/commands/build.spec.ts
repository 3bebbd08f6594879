import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readState } from '@/lib/build/build-state';
import { cloneFolder } from '@/lib/build/clone-folder';
import { checkContent } from '@/lib/checks/check-content';
import { buildIndex } from '@/lib/content/build-index';
import { formatProblem } from '@/lib/content/problems';
import { readContent } from '@/lib/content/read';
import { DEMO, WORKSHOP } from '@/scripts/test-sites';
import { expect, test } from '../site';
import { runScript, toEnvironment } from './run-script';

/** Where the test sites were built: with what the bundler keeps there, a build takes a third of its time. */
const DIST_DIR = WORKSHOP;
/** The published build. */
const SITE = path.join(DIST_DIR, 'site');
const PORT = 43121;

/** What a host hands out, and the script bundles that pages are made with. */
const SERVED = /^(server\/(app|pages)|static)\/(?!.*(\.nft\.json|\.map)$)/;

/**
 * One author at work: each test goes on with the content folder and the build that the one before left. Only three builds have to
 * compile: of everything, of the folder, and of the folder as its author sees it.
 */
test.describe.configure({ mode: 'serial' });

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  for (const place of [SITE, path.join(DIST_DIR, 'cache/build')])
    rmSync(place, { recursive: true, force: true });
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('An author who has everything built anew gets the same site, byte for byte', async () => {
  cloneFolder(DEMO.folder, SITE);
  const stale = 'The build is not of these sources and this day. Make a new one: npm test -- build e2e.';
  const cache = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  const environment = { ...DEMO.environment, DIST_DIR, CACHE_DIR: cache, TZ: 'Pacific/Kiritimati' };
  const { status, output } = await runScript('lib/cli/build.ts', environment, ['--full']);
  rmSync(cache, { recursive: true });
  expect(status, output).toBe(0);
  expect(readState(SITE), stale).toEqual(readState(DEMO.folder));
  expect(output).toMatch(/^compile/m);
  expect(output).toMatch(/^plan .* all \d+ outputs to generate/m);
  const files = listServed(DEMO.folder);
  expect(files.length).toBeGreaterThan(100);
  expect(listServed(SITE)).toEqual(files);
  const isSame = (file: string) =>
    readFileSync(path.join(DEMO.folder, file)).equals(readFileSync(path.join(SITE, file)));
  expect(files.filter((file) => !isSame(file))).toEqual([]);
});

test('An author who begins an empty blog in the place of the showcase edits a post, and gets what shows it anew', async () => {
  cpSync(DEMO.content, folder, { recursive: true });
  const flags = ['--title', 'Ada & Bo’s "notes"', '--url', 'https://ada.example', '--author', 'Ada Marlowe'];
  const begin = await runScript('lib/cli/main.ts', { CONTENT_DIR: folder }, [
    'init',
    ...[...flags, '--language', 'de'],
  ]);
  expect(begin.status, begin.output).toBe(0);
  const writePost = (name: string, text: string, more: readonly string[] = []) =>
    write(`posts/${name}.md`, [...complete(name), 'date: 2024-03-01', ...more], text);
  for (const name of ['one', 'three']) writePost(name, `The text of ${name}.`);
  writePost('two', 'Another text of two.');
  const first = await build();
  expect(first.status, first.output).toBe(0);
  expect(first.output).toMatch(/^compile/m);
  const whole = readAnswers();
  writePost('two', 'The text of two.');
  expect((await build()).status).toBe(0);
  const before = readAnswers();
  writePost('two', 'Another text of two.');
  const { status, output } = await build();
  expect(status, output).toBe(0);
  expect(output).toMatch(/plan .* \d+ of \d+ outputs new/);
  expect(output).not.toMatch(/^compile/m);
  const after = readAnswers();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  expect(changed.filter((file) => !file.startsWith('search/')).sort()).toEqual([
    'atom.xml.body',
    'authors/ada-marlowe/atom.xml.body',
    'authors/ada-marlowe/feed.json.body',
    'authors/ada-marlowe/feed.xml.body',
    'feed.json.body',
    'feed.xml.body',
    'markdown/two.body',
    'posts/two.html',
  ]);
  expect(after).toEqual(whole);
  // No page shows an old address, but Next has to know of it.
  writePost('two', 'Another text of two.', ['aliases: [/old/two]']);
  const aliased = await build();
  expect(aliased.output).toMatch(/plan .* 0 of \d+ outputs new/);
  expect(readAnswers()).toEqual(after);
  for (const table of ['routes-manifest.json', 'addresses.json'])
    expect(readFileSync(path.join(SITE, table), 'utf8'), table).toContain('/old/two');
});

test('An author can see every problem at once, and keeps the last good build', async () => {
  const good = readFileSync(path.join(SITE, 'BUILD_ID'), 'utf8');
  const shown = readAnswers();
  write('posts/no-date.md', ['title: No date', 'description: Dateless.'], 'Text.');
  write('posts/impossible-date.md', [...complete('Impossible'), 'date: 2024-02-31'], 'Text.');
  write('posts/bad-syntax.mdx', [...complete('Syntax'), 'date: 2024-03-01'], 'One < two, and {1 + .');
  write('posts/throws.mdx', [...complete('Throws'), 'date: 2024-03-01'], 'A value: {missing.name}.');
  write(
    'posts/lost-image.md',
    [...complete('Lost'), 'date: 2024-03-01'],
    '![Lost](./lost.png) and [lost](./lost).',
  );
  const { status, output } = await build();
  expect(status).not.toBe(0);
  const problems = await findProblems();
  expect(new Set(problems.map(({ file }) => file)).size).toBe(5);
  for (const problem of problems) expect(output).toContain(formatProblem(problem));
  expect(readFileSync(path.join(SITE, 'BUILD_ID'), 'utf8')).toBe(good);
  expect(readAnswers()).toEqual(shown);
});

test('An author can build again once the problems are fixed: an empty blog with drafts only, without a warning', async () => {
  // What a blog begins with is a draft as well.
  for (const name of readdirSync(path.join(folder, 'posts')).filter((name) => name !== 'first-post'))
    rmSync(path.join(folder, 'posts', name));
  write('posts/first.md', ['title: A first draft', 'draft: true'], 'Not ready: secret-draft-body.');
  mkdirSync(path.join(folder, 'pages'), { recursive: true });
  write('pages/about.md', ['title: About us', 'description: Who we are.'], 'We write drafts.');
  const { status, output } = await build();
  expect(status, output).toBe(0);
  expect(output).not.toMatch(/^\S+:\d+:\d+ |\d warnings? /m);
  expect(readHtml('index')).toContain('<title>Ada &amp; Bo’s ');
  expect(readHtml('index')).toContain('Hier ist noch nichts erschienen.');
  expect(readHtml('about')).toContain('We write drafts.');
  for (const page of listHtml()) {
    expect(readHtml(page), page).not.toContain('secret-draft-body');
    expect(readHtml(page), page).not.toContain('A first post');
  }
  expectNoDeadLinks();
});

test('An author can publish a site of files', async () => {
  const analytics = "analytics: { script: 'https://count.example/a.js', attributes: { 'data-site': 'us' } }";
  const settings = `export default { language: 'de', output: 'export', cardsAtBuild: 0, ${analytics} };\n`;
  writeFileSync(path.join(folder, 'site.ts'), settings);
  write('posts/first.md', [...complete('First'), 'date: 2024-03-01', 'aliases: [/2019/first]'], 'Words.');
  // At addresses of which the engine makes a file too.
  const own = { 'llms.txt': 'Ask Ada.\n', 'manifest.webmanifest': '{ "name": "Ada" }\n' };
  for (const [file, text] of Object.entries(own))
    writeFileSync(path.join('public', file), text, { flag: 'wx' });
  const { status, output } = await build().finally(() => {
    for (const file of Object.keys(own)) rmSync(path.join('public', file));
  });
  expect(status, output).toBe(0);
  for (const [file, text] of Object.entries(own)) {
    expect(readFileSync(path.join(DIST_DIR, 'out', file), 'utf8')).toBe(text);
    expect(readFileSync(path.join(SITE, 'server', 'app', `${file}.body`), 'utf8')).toBe(text);
  }
  expect(output).toContain(`The site as files: ${DIST_DIR}${path.sep}out`);
  const page = readFileSync(path.join(DIST_DIR, 'out', 'posts', 'first.html'), 'utf8');
  expect(page).toBe(readHtml('posts/first'));
  expect(page).toMatch(
    /http-equiv="Content-Security-Policy" content="[^"]*script-src 'self' [^;]*https:\/\/count\.example[^;]*;/,
  );
  expect(page).toContain('src="https://count.example/a.js"');
  expect(page).toContain('data-site="us"');
  expect(page).not.toContain('__next_f');
  const card = /property="og:image" content="[^"]*\/cards\/([^"]+)"/.exec(page)?.[1] ?? '';
  expect(readdirSync(path.join(DIST_DIR, 'out', 'cards'))).toContain(card);
  expect(readdirSync(path.join(DIST_DIR, 'out', '2019'))).toEqual(['first', 'first.html']);
});

test('An author is notified of a script that nobody knows, by the page that holds it', async () => {
  const good = readFileSync(path.join(SITE, 'BUILD_ID'), 'utf8');
  const component = "export const Odd = () => { const Tag = 'script'; return <Tag>{'odd()'}</Tag>; };";
  write('posts/odd.mdx', [...complete('Odd'), 'date: 2024-03-02'], `${component}\n\n<Odd />`);
  const { status, output } = await build();
  expect(status, output).not.toBe(0);
  expect(output).toContain(
    'The page posts/odd contains a script that is not recognised: <script>odd()</script>',
  );
  expect(readFileSync(path.join(SITE, 'BUILD_ID'), 'utf8')).toBe(good);
  expect(readdirSync(path.join(DIST_DIR, 'out', 'posts'))).not.toContain('odd.html');
});

test('An author can publish pages as Next makes them', async () => {
  const settings = "export default { language: 'de', finishPages: false, cardsAtBuild: 1 };\n";
  writeFileSync(path.join(folder, 'site.ts'), settings);
  const { status, output } = await build();
  expect(status, output).toBe(0);
  const cards = readdirSync(path.join(SITE, 'server', 'app', 'cards'));
  expect(cards.filter((name) => name.endsWith('.body'))).toHaveLength(1);
  const page = readHtml('posts/odd');
  expect(page).toContain('<script>odd()</script>');
  expect(page).toContain('__next_f');
  expect(page).not.toContain('Content-Security-Policy');
});

test('A reader who shares a page has its card drawn when no build did, once for all', async ({ request }) => {
  const [, card = ''] =
    /property="og:image" content="[^"]*(\/cards\/[^"]+)"/.exec(readHtml('posts/odd')) ?? [];
  expect(card).not.toBe('');
  expect(listRoutes()).not.toContain(card);
  const server = serve();
  try {
    const getCard = () => request.get(`http://localhost:${PORT}${card}`);
    await expect(async () => {
      const response = await getCard();
      expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/png']);
    }).toPass();
    await expect.poll(async () => (await getCard()).headers()['x-nextjs-cache']).toBe('HIT');
  } finally {
    server.kill();
  }
});

const settings = (previewDrafts: boolean) => `export default { previewDrafts: ${previewDrafts} };\n`;

test('An author can build a blog that has no post yet', async ({ page }) => {
  rmSync(folder, { recursive: true });
  for (const name of ['posts', 'pages']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'site.ts'), settings(true));
  const { status, output } = await build({ VERCEL_ENV: 'preview' });
  expect(status, output).toBe(0);
  expectNoDeadLinks();
  await page.setContent(readHtml('index'));
  const [sentence, introduction] = await Promise.all(
    [page.getByText('Nothing is published here yet.'), page.locator('.home-intro')].map((one) =>
      one.boundingBox(),
    ),
  );
  expect(sentence?.x).toBeGreaterThan(0);
  expect(sentence?.x).toBe(introduction?.x);
});

test('An author can show drafts on a preview deployment: marked, and kept from search engines', async () => {
  write('posts/first.md', ['title: A first draft', 'draft: true'], 'Not ready: secret-draft-body.');
  const { status, output } = await build({ VERCEL_ENV: 'preview' });
  expect(status, output).toBe(0);
  expect(readHtml('posts/first')).toContain('secret-draft-body');
  expect(readHtml('index')).toMatch(/>Draft<[\s\S]*A first draft/);
  for (const page of listHtml().filter((name) => !name.startsWith('_'))) {
    expect(readHtml(page), page).toMatch(/<meta name="robots" content="noindex/);
    expect(readHtml(page), page).not.toContain('rel="canonical"');
  }
  // Asked as a build asks: production shows none, nor does a preview of a blog that does not want it.
  const ask = async (environment: Record<string, string>) =>
    (
      await runScript('e2e/commands/print-audience.ts', { CONTENT_DIR: folder, ...environment })
    ).output.trim();
  const preview = { NODE_ENV: 'production', VERCEL_ENV: 'preview' };
  expect(await ask(preview)).toBe('author');
  expect(await ask({ ...preview, VERCEL_ENV: 'production' })).toBe('public');
  writeFileSync(path.join(folder, 'site.ts'), settings(false));
  expect(await ask(preview)).toBe('public');
});

function serve() {
  const next = path.resolve('node_modules/next/dist/bin/next');
  return spawn(process.execPath, [next, 'start', '--port', String(PORT)], {
    env: toEnvironment({ CONTENT_DIR: folder, DIST_DIR: SITE, NODE_ENV: 'production' }),
    stdio: 'ignore',
  });
}

function listServed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => SERVED.test(file) && statSync(path.join(folder, file)).isFile())
    .sort();
}

function build(environment: Readonly<Record<string, string>> = {}, args: readonly string[] = []) {
  return runScript('lib/cli/build.ts', { CONTENT_DIR: folder, DIST_DIR, ...environment }, args);
}

/** What the build answers with, by file. */
function readAnswers(): Map<string, string> {
  const root = path.join(SITE, 'server', 'app');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|body)$/.test(file),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(root, file), 'latin1')]));
}

function complete(title: string): string[] {
  return [`title: ${title}`, `description: On ${title.toLowerCase()}.`];
}

function write(file: string, frontMatter: readonly string[], body: string): void {
  writeFileSync(path.join(folder, file), `---\n${frontMatter.join('\n')}\n---\n\n${body}\n`);
}

async function findProblems() {
  return checkContent(buildIndex(readContent(folder), '2025-01-01', 'public'));
}

function readHtml(page: string): string {
  return readFileSync(path.join(SITE, 'server', 'app', `${page}.html`), 'utf8');
}

function listHtml(): string[] {
  return readdirSync(path.join(SITE, 'server', 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/\.html$/, ''));
}

/** Addresses that the build made answers for. */
function listRoutes(): string[] {
  const manifest = readFileSync(path.join(SITE, 'prerender-manifest.json'), 'utf8');
  return Object.keys((JSON.parse(manifest) as { routes: object }).routes);
}

/** Every link of every page leads to something that was built. */
function expectNoDeadLinks(): void {
  for (const page of listHtml()) {
    const links = [...readHtml(page).matchAll(/<a [^>]*href="(\/[^"#?]*)/g)].map(([, link = '']) => link);
    for (const link of new Set(links)) expect(listRoutes(), `${link} on ${page}`).toContain(link);
  }
}
