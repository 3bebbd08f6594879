import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { siteSchema } from '../site/site';
import { publishPages } from './finish-pages';

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
  test(`finishes ${place}`, () => {
    publishPages(folder, site);
    const page = read(place);
    expect(page).toMatch(
      /^<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"\/><meta http-equiv="Content/,
    );
    expect(page).toContain('<style>p{color:red}</style></head><body><p>Words</p></body></html>');
    expect(page).not.toMatch(/_next|unsafe/);
  });
}

test('does the same twice as once', () => {
  publishPages(folder, site);
  const once = PLACES.map(read);
  publishPages(folder, site);
  expect(PLACES.map(read)).toEqual(once);
});

test('changes nothing where one page holds a script that is not recognised, and names it', () => {
  const odd = 'output/functions/posts/odd.prerender-fallback.html';
  write(odd, PAGE.replace('<p>', '<script>odd()</script><p>'));
  expect(() => publishPages(folder, site)).toThrow(
    'The page posts/odd holds a script that is not recognised: <script>odd()</script>',
  );
  expect(PLACES.map(read)).toEqual(PLACES.map(() => PAGE));
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((file) => file.endsWith('.finished'))).toEqual([]);
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}
