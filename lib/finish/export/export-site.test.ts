import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { siteSchema } from '../../site/site';
import { de } from '../../site/strings/de';
import { exportSite } from './export-site';

const site = siteSchema.parse({ url: 'https://blog.example' });

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  writeBuild([
    '/[page]',
    '/posts/[slug]',
    '/markdown/[slug]',
    '/share/[token]',
    '/cards/[file]',
    '/feed.xml',
  ]);
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('writes pages, other responses, Markdown exports, static files and a page for missing addresses', () => {
  exportTo([]);
  const files = listFiles(path.join(folder, 'out')).filter((file) => !isPublic(file));
  expect(files).toEqual([
    '404.html',
    '_next/static/chunks/a.js',
    'feed.xml',
    'posts/日本語.html',
    'posts/日本語.md',
  ]);
  expect(read('posts/日本語.md')).toBe('posts/日本語.md of the build');
});

test('brings the compressed forms along, and the copy of public that the build has', () => {
  write('build/server/app/feed.xml.body.br', 'br');
  write('build/server/app/posts/日本語.html.gz', 'gz');
  write('build/public/own.txt', 'own');
  write('build/public/own.txt.br', 'br');
  const { files } = exportTo([]);
  const written = listFiles(path.join(folder, 'out'));
  expect(written.filter((file) => /\.(br|gz)$/.test(file))).toEqual([
    'feed.xml.br',
    'own.txt.br',
    'posts/日本語.html.gz',
  ]);
  expect(read('own.txt')).toBe('own');
  expect(files).toBe(written.length - 3);
});

test('redirects in the language of the site', () => {
  exportTo([{ from: '/2019/05/notes', to: '/posts/b' }]);
  const page = readFileSync(path.join(folder, 'out/2019/05/notes.html'), 'utf8');
  expect(page).toContain('<html lang="de">');
  expect(page).toContain(
    '<title>Umgezogen</title><link rel="canonical" href="https://blog.example/posts/b"/>',
  );
  expect(page).toContain('<p>Diese Seite <a href="/posts/b">ist umgezogen</a>.</p>');
});

test('writes pages into folders for servers that know no clean addresses', () => {
  exportTo([{ from: '/2019/05/notes', to: '/posts/b' }], 'folders');
  const files = listFiles(path.join(folder, 'out')).filter((file) => !isPublic(file));
  expect(files).toEqual([
    '2019/05/notes/index.html',
    '404.html',
    '_next/static/chunks/a.js',
    'feed.xml',
    'posts/日本語.md',
    'posts/日本語/index.html',
  ]);
  expect(() => exportTo([{ from: '/posts/日本語/', to: '/posts/b' }], 'folders')).toThrow();
});

test('replaces what an earlier build left', () => {
  write('out/posts/gone.html', 'old');
  exportTo([]);
  expect(listFiles(path.join(folder, 'out'))).not.toContain('posts/gone.html');
  expect(readdirSync(folder)).not.toContain('out.new');
});

test('redirects old addresses, with and without a slash at the end', () => {
  exportTo([
    { from: '/2019/05/notes', to: '/posts/%E6%97%A5%E6%9C%AC%E8%AA%9E' },
    { from: '/old.html', to: '/posts/a"b' },
    { from: '/posts/%E6%97%A5%E6%9C%AC%E8%AA%9E.html', to: '/posts/日本語' },
  ]);
  expect(read('2019/05/notes.html')).toBe(read('2019/05/notes/index.html'));
  expect(read('2019/05/notes.html')).toContain('content="0;url=/posts/%E6%97%A5%E6%9C%AC%E8%AA%9E"');
  expect(read('old.html')).toContain('<link rel="canonical" href="https://blog.example/posts/a&quot;b"/>');
  expect(read('posts/日本語.html')).toBe('posts/日本語.html of the build');
});

test('refuses an old address that would take the place of a page or leave the folder', () => {
  expect(() => exportTo([{ from: '/posts/日本語', to: '/posts/b' }])).toThrow('posts/日本語.html');
  expect(() => exportTo([{ from: '/a/../../../b', to: '/posts/b' }])).toThrow('cannot be the name of a file');
  expect(readdirSync(folder)).not.toContain('out');
});

test('refuses a route that only a server can answer, by its name', () => {
  writeBuild(['/posts/[slug]', '/api/now']);
  expect(() => exportTo([])).toThrow('The route /api/now is rendered on request');
  writeBuild(['/posts/[slug]', '/open/[id]']);
  expect(() => exportTo([])).toThrow('/open/[id]');
});

/** What `next build` leaves of such routes, as far as an export reads it. */
function writeBuild(routes: readonly string[]): void {
  const isOpen = (route: string) => ['/cards/[file]', '/open/[id]'].includes(route);
  const dynamicRoutes = Object.fromEntries(
    routes
      .filter((route) => route.includes('[') && !route.startsWith('/share/'))
      .map((route) => [route, { fallback: isOpen(route) ? null : false }]),
  );
  write(
    'build/app-path-routes-manifest.json',
    JSON.stringify(Object.fromEntries(routes.map((route) => [`${route}/page`, route]))),
  );
  const listed = (isDynamic: boolean) =>
    routes
      .filter((route) => route.includes('[') === isDynamic)
      .map((page) => ({ page, regex: `^${page.replace(/\[\w+\]/g, '([^/]+?)')}(?:/)?$` }));
  write(
    'build/routes-manifest.json',
    JSON.stringify({ staticRoutes: listed(false), dynamicRoutes: listed(true) }),
  );
  write(
    'build/prerender-manifest.json',
    JSON.stringify({
      dynamicRoutes,
      routes: {
        '/_not-found': { srcRoute: '/_not-found' },
        '/feed.xml': { srcRoute: '/feed.xml' },
        '/posts/日本語': { srcRoute: '/posts/[slug]' },
        '/markdown/日本語': { srcRoute: '/markdown/[slug]' },
      },
    }),
  );
  write('build/server/app/_not-found.html', '404.html of the build');
  write('build/server/app/feed.xml.body', 'feed.xml of the build');
  write('build/server/app/posts/日本語.html', 'posts/日本語.html of the build');
  write('build/server/app/markdown/日本語.body', 'posts/日本語.md of the build');
  write('build/static/chunks/a.js', '1');
}

function exportTo(
  redirects: readonly { from: string; to: string }[],
  exportPages: 'files' | 'folders' = 'files',
) {
  return exportSite(path.join(folder, 'build'), path.join(folder, 'out'), {
    site: { ...site, exportPages },
    redirects,
    strings: { language: 'de', messages: de },
  });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function read(file: string): string {
  return readFileSync(path.join(folder, 'out', file), 'utf8');
}

function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)).split(path.sep).join('/'))
    .sort();
}

function isPublic(file: string): boolean {
  return listPublic().includes(file);
}

function listPublic(): string[] {
  try {
    return listFiles('public');
  } catch {
    return [];
  }
}
