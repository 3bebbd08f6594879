import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { siteSchema } from '../site/site';
import { finishPages } from './finish-pages';

const site = siteSchema.parse({});

/** A page as Next writes it, shortened. */
const PAGE =
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/a.css"/>' +
  '<link rel="preload" as="script" href="/_next/static/chunks/a.js"/><script src="/_next/static/chunks/a.js" async=""></script>' +
  '</head><body><p>Words</p><script src="/_next/static/chunks/b.js" id="_R_" async=""></script>' +
  '<script>self.__next_f.push([1,"1:I[7,[],\\"default\\"]\\n"])</script></body></html>';

/** Where `next build` leaves pages: by itself, with an adapter, and where Vercel's adapter copies them to. */
const PLACES = [
  'server/app/index.html',
  'server/app/posts/hello.html',
  'server/pages/404.html',
  'server/route-cache/APP_PAGE/0a1b2c/$/posts/hello.html',
  'output/functions/index.prerender-fallback.html',
  'output/functions/posts/hello.prerender-fallback.html',
  'output/static/404.html',
];

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  const modules = {
    '[project]/node_modules/next/dist/esm/client/components/layout-router.js': { id: 7 },
  };
  write(
    'server/app/page_client-reference-manifest.js',
    `globalThis.m = {};globalThis.m["/page"] = ${JSON.stringify({ clientModules: modules })};`,
  );
  write('static/chunks/a.css', 'p{color:red}');
  for (const place of PLACES) write(place, PAGE);
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

for (const place of PLACES) {
  test(`finishes ${place}`, async () => {
    await finishPages(folder, site);
    const page = read(place);
    expect(page).toMatch(
      /^<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"\/><meta http-equiv="Content/,
    );
    expect(page).toContain('<style>p{color:red}</style></head><body><p>Words</p></body></html>');
    expect(page).not.toMatch(/_next|unsafe/);
  });
}

test('finishes no page twice, nor one that an earlier run finished', async () => {
  const { finished } = await finishPages(folder, site);
  expect(finished.map(({ file }) => file).sort()).toEqual([...PLACES].sort());
  const once = PLACES.map(read);
  expect((await finishPages(folder, site)).finished).toEqual([]);
  expect((await finishPages(folder, site, PLACES)).finished).toEqual([]);
  expect(PLACES.map(read)).toEqual(once);
  rmSync(path.join(folder, 'finished-pages.json'));
  await finishPages(folder, site);
  expect(PLACES.map(read)).toEqual(once);
});

test('finishes the listed pages alone, and reads the record of the others', async () => {
  const before = await finishPages(folder, site);
  const [first = '', second = ''] = PLACES;
  for (const place of [first, second]) write(place, PAGE.replace('Words', 'New <code>words</code>'));
  const { pages, finished } = await finishPages(folder, site, [second]);
  expect(finished.map(({ file }) => file)).toEqual([second]);
  expect(read(first)).toContain('__next_f');
  expect(read(second)).toContain('<p>New <code>words</code></p></body>');
  expect(pages.map(({ file }) => file)).toEqual([...PLACES].sort());
  const unchanged = ({ file }: { file: string }) => file !== second;
  expect(pages.filter(unchanged)).toEqual(before.pages.filter(unchanged));
});

test('drops the record of pages that are gone', async () => {
  await finishPages(folder, site);
  const [gone = '', ...others] = PLACES;
  rmSync(path.join(folder, gone));
  const { pages } = await finishPages(folder, site, []);
  expect(pages.map(({ file }) => file)).toEqual([...others].sort());
});

test('gives the facts of each page', async () => {
  write('server/app/kept.html', PAGE.replace('1:I[7,', '1:I[8,'));
  const modules = { '[project]/components/chart.tsx': { id: 8 } };
  write(
    'server/app/kept/page_client-reference-manifest.js',
    `globalThis.m["/kept/page"] = ${JSON.stringify({ clientModules: modules })};`,
  );
  const { finished } = await finishPages(folder, site, ['server/app/kept.html', 'server/app/index.html']);
  const [kept, index] = finished;
  expect(kept).toMatchObject({
    name: 'kept',
    keptFor: ['components/chart.tsx'],
    scripts: ['/_next/static/chunks/a.js', '/_next/static/chunks/b.js'],
  });
  expect(index).toMatchObject({ name: 'index', keptFor: [], scripts: [], fonts: [] });
  expect(index?.bytes).toBe(Buffer.byteLength(read('server/app/index.html')));
  expect(read('server/app/index.html')).toContain(`content="${index?.csp}"`);
});

test('changes nothing where one page contains a script that is not recognised, and names it', async () => {
  const odd = 'output/functions/posts/odd.prerender-fallback.html';
  write(odd, PAGE.replace('<p>', '<script>odd()</script><p>'));
  await expect(finishPages(folder, site)).rejects.toThrow(
    'The page posts/odd contains a script that is not recognised: <script>odd()</script>',
  );
  expect(PLACES.map(read)).toEqual(PLACES.map(() => PAGE));
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((file) => file.startsWith('finished-') || file.endsWith('.finished'))).toEqual([]);
});

test('refuses a file in a place where no page can be', async () => {
  await expect(finishPages(folder, site, ['static/chunks/a.css'])).rejects.toThrow('static/chunks/a.css');
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}
