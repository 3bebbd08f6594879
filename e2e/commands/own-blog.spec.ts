import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../site';
import { runScript } from './run-script';

const DIST_DIR = '.next-own';
const APP = path.join(DIST_DIR, 'site/server/app');

/** One build for all of them. */
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  rmSync(DIST_DIR, { recursive: true, force: true });
  const { status, output } = await runScript('lib/cli/build.ts', { CONTENT_DIR: 'e2e/own', DIST_DIR });
  expect(status, output).toBe(0);
});

test('A blog has its own styles in each page, and names no fonts that it does not use', () => {
  for (const page of ['index', 'posts', 'posts/hello', 'search', '_not-found']) {
    const html = read(`${page}.html`);
    expect(/--font-serif: ?system-ui, ?sans-serif/.test(html), page).toBe(true);
    expect(html.includes('.site-header{border-block-end:2px solid var(--color-rubric)}'), page).toBe(true);
  }
  expect(read('posts/hello.html').includes('Source Serif and Plex Mono')).toBe(false);
});

test('A blog has its own icon in tabs and in the head of each page', () => {
  expect(read('icon.svg.body')).toBe(readFileSync('e2e/own/icon.svg', 'utf8'));
  expect(read('index.html')).toMatch(/<img class="site-logo" src="\/icon\.svg\?[\da-f]+"/);
});

test('A blog has components by their names, and its own in the place of those of the engine', () => {
  expect(read('posts/hello.html')).toMatch(/<svg class="[^"]*chart[^"]*" viewBox="0 0 100 20"/);
  expect(read('posts/hello.html')).toContain('<aside class="own-callout" data-kind="note">');
  expect(read('posts/plain.html')).toContain('<aside class="own-callout" data-kind="tip">');
  expect(read('posts/plain.html')).not.toContain('/_next/static/chunks/');
  expect(read('posts/count.html')).toMatch(/Counted (<!-- -->)?0[\s\S]*\/_next\/static\/chunks\//);
});

test('Posts in folders have the address and the day of their names', () => {
  expect(read('posts/hello.html')).toContain('1 May 2024');
  expect(read('posts/hello.html')).toContain(
    '<meta name="description" content="The first paragraph stands for a description."/>',
  );
  expect(read('posts/plain.html')).toContain('3 May 2024');
});

function read(file: string): string {
  return readFileSync(path.join(APP, file), 'utf8');
}
