import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { createClosedEntry } from './closed-entry';
import { createLoadedTest } from './loaded-files';
import { trimFunctions } from './trim-functions';

const PAGE = '<!DOCTYPE html><title>Not here</title>';
const SECTION_PAGE = '<!DOCTYPE html><title>Nicht hier</title>';
const CONTENT = path.resolve('content/posts/everything-a-post-can-contain/index.mdx');

const REQUESTED = { folder: path.resolve('content'), sections: ['/de'], listFiles: () => [CONTENT] };

/** A build with a page whose answers are finished, and a route that requests are answered at. */
function writeBuild(): string {
  const folder = test.info().outputPath('build');
  const files = {
    'prerender-manifest.json': JSON.stringify({
      routes: { '/about': { srcRoute: null } },
      dynamicRoutes: {},
    }),
    'server/app/de/404.html': SECTION_PAGE,
    'server/app/[page]/[...path]/page.js': 'heavy',
    'routes-manifest.json': JSON.stringify({
      staticRoutes: [{ page: '/about', regex: '^/about$' }],
      dynamicRoutes: [{ page: '/share/[token]', regex: '^/share/([^/]+?)$' }],
    }),
    'app-path-routes-manifest.json': JSON.stringify({
      '/about/page': '/about',
      '/[page]/[...path]/page': '/[page]/[...path]',
      '/share/[token]/page': '/share/[token]',
    }),
    'server/app/_not-found.html': PAGE,
    'server/app/about/page.js': 'heavy',
    'server/app/about/page.js.nft.json': toTrace([
      '../../../../../node_modules/sharp/lib/index.js',
      './page_client-reference-manifest.js',
    ]),
    'server/app/share/[token]/page.js': 'own',
    'server/app/share/[token]/page.js.nft.json': toTrace([
      toPlace(folder, 'content/posts/everything-a-post-can-contain/secret.png'),
      toPlace(folder, 'node_modules/sharp/lib/index.js'),
    ]),
    'output/functions/about.func/.vc-config.json': JSON.stringify(toConfig(folder, 'about/page.js')),
    'output/functions/share/[token].func/.vc-config.json': JSON.stringify(
      toConfig(folder, 'share/[token]/page.js'),
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

function toTrace(files: readonly string[]): string {
  return JSON.stringify({ version: 1, files });
}

/** As a trace of the entry of shared drafts names a file of the project. */
function toPlace(folder: string, file: string): string {
  return path.relative(path.join(folder, 'server/app/share/[token]'), path.resolve(file));
}

function toConfig(folder: string, entry: string) {
  const own = path.relative(process.cwd(), path.join(folder, 'server/app', entry));
  const names = [
    ...[own, 'node_modules/next/package.json', 'node_modules/sharp/lib/index.js'],
    'content/posts/everything-a-post-can-contain/secret.png',
  ];
  return {
    handler: '___next_launcher.cjs',
    filePathMap: Object.fromEntries(names.map((name) => [name, name])),
    fileHashes: Object.fromEntries([...names, '___next_launcher.cjs'].map((name) => [name, 'old'])),
  };
}

function readJson(folder: string, name: string) {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

test('a route whose answers are finished carries no package, and any other the content it reads', () => {
  const folder = writeBuild();
  trimFunctions(folder, { ...REQUESTED, isOpen: () => true });
  expect(readJson(folder, 'server/app/about/page.js.nft.json').files).toEqual([
    './page_client-reference-manifest.js',
  ]);
  expect(readFileSync(path.join(folder, 'server/app/share/[token]/page.js'), 'utf8')).toBe('own');
  // Drafts are carried compiled.
  expect(readJson(folder, 'server/app/share/[token]/page.js.nft.json').files).toEqual([
    toPlace(folder, CONTENT),
  ]);
  const closed = readJson(folder, 'output/functions/about.func/.vc-config.json');
  const entry = path.relative(process.cwd(), path.join(folder, 'server/app/about/page.js'));
  expect(Object.keys(closed.filePathMap)).toEqual([entry, 'node_modules/next/package.json']);
  expect(Object.keys(closed.fileHashes).sort()).toEqual(
    [entry, 'node_modules/next/package.json', '___next_launcher.cjs'].sort(),
  );
  expect(closed.fileHashes[entry]).toMatch(/^[0-9a-f]{64}$/);
  const open = readJson(folder, 'output/functions/share/[token].func/.vc-config.json');
  const draft = path.relative(process.cwd(), path.join(folder, 'server/app/share/[token]/page.js'));
  expect(Object.keys(open.filePathMap)).toEqual([
    draft,
    'node_modules/next/package.json',
    'content/posts/everything-a-post-can-contain/index.mdx',
  ]);
});

test('what draws cards is carried with all that it needs, and nothing that compiles', () => {
  const build = test.info().outputPath('build');
  const isLoaded = createLoadedTest('/cards/[file]', build);
  const needed = [
    'node_modules/sharp/lib/index.js',
    'node_modules/@img/colour/index.cjs',
    'node_modules/semver/semver.js',
    'node_modules/harfbuzzjs/hb.wasm',
    'node_modules/next/dist/server/next.js',
    'app/_shared/fonts/colophon-serif-card.ttf',
    path.join(build, 'server/chunks/a.js'),
    path.join(build, 'node_modules/sharp-20c6a5da84e2135f'),
  ];
  const others = [
    'node_modules/esbuild/lib/main.js',
    'node_modules/@shikijs/langs/dist/abap.mjs',
    'node_modules/next-mdx-remote/serialize.js',
    'lib/markdown/render/body.ts',
    path.join(build, 'node_modules/shiki-43d062b67f27bbdc'),
  ];
  expect(needed.filter((file) => !isLoaded(path.resolve(file)))).toEqual([]);
  expect(others.filter((file) => isLoaded(path.resolve(file)))).toEqual([]);
});

test('a route that cannot come to anything is closed too', () => {
  const folder = writeBuild();
  trimFunctions(folder, {
    ...REQUESTED,
    isOpen: (route) => !route.startsWith('/share/'),
  });
  expect(readJson(folder, 'server/app/share/[token]/page.js.nft.json').files).toEqual([]);
  const load = createRequire(import.meta.url);
  const entry = load(path.join(folder, 'server/app/share/[token]/page.js'));
  expect(entry.handler).toBeInstanceOf(Function);
});

test('what is missing below a section is answered by its page, which no other entry carries', () => {
  const folder = writeBuild();
  trimFunctions(folder, { ...REQUESTED, isOpen: () => true });
  const readEntry = (name: string) => readFileSync(path.join(folder, 'server/app', name, 'page.js'), 'utf8');
  expect(readEntry('[page]/[...path]')).toContain('Nicht hier');
  expect(readEntry('about')).not.toContain('Nicht hier');
});

test('a closed entry refuses what is sent, and has the page of the site for what does not exist', async () => {
  const { handler } = createClosedEntry(PAGE, { '/de': SECTION_PAGE });
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/about`;
  const form = new FormData();
  form.set('a', 'b');
  const answers = [
    await fetch(url),
    await fetch(url, { method: 'HEAD' }),
    await fetch(url, { method: 'POST', body: form }),
    await fetch(url, { headers: { 'Next-Action': 'x' } }),
  ];
  const below = await fetch(new URL('/de/nothing?x=1', url));
  const beside = await fetch(new URL('/den', url));
  server.close();
  expect([below.status, await below.text()]).toEqual([404, SECTION_PAGE]);
  expect([beside.status, await beside.text()]).toEqual([404, PAGE]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 405, 400]);
  expect(await answers[0]?.text()).toBe(PAGE);
  expect(answers[2]?.headers.get('allow')).toBe('GET, HEAD');
  for (const { headers } of answers) expect(headers.get('cache-control')).toBe('no-store');
});
