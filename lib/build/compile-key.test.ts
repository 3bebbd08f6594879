import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { loadContent } from '../content/posts';
import { writeContent, writePost } from '../content/write-content';
import { getCompileKey } from './compile-key';

keepEnvironment();

const CHART = 'export function Chart() {\n  return null;\n}\n';
const WITH_CHART = "import { Chart } from './chart';\n\n<Chart />\n";

/** The key of the site of a folder on a day. */
function readKey(folder: string, today = '2026-01-01'): string {
  Object.assign(process.env, { CONTENT_DIR: folder, TODAY: today });
  return getCompileKey(loadContent('public'));
}

test('an edited text compiles nothing, code beside a post does', () => {
  const folder = writeContent({ 'posts/a/index.mdx': writePost(), 'posts/a/chart.tsx': CHART });
  const key = readKey(folder);
  writeFileSync(path.join(folder, 'posts/a/index.mdx'), writePost([], 'Other words.\n'));
  expect(readKey(folder)).toBe(key);
  writeFileSync(path.join(folder, 'posts/a/chart.tsx'), CHART.replace('null', "'drawn'"));
  expect(readKey(folder)).not.toBe(key);
});

test('a component that has been beside a post for long is compiled when the post begins to use it', () => {
  const folder = writeContent({ 'posts/a/index.mdx': writePost(), 'posts/a/chart.tsx': CHART });
  const key = readKey(folder);
  writeFileSync(path.join(folder, 'posts/a/index.mdx'), writePost([], WITH_CHART));
  expect(readKey(folder)).not.toBe(key);
});

test('the components of a post that was scheduled are compiled on its day', () => {
  const folder = writeContent({
    'posts/a/index.mdx': writePost(['date: 2026-02-01'], WITH_CHART),
    'posts/a/chart.tsx': CHART,
    'posts/b.md': writePost(['date: 2026-02-01']),
  });
  const key = readKey(folder);
  expect(readKey(folder, '2026-01-31')).toBe(key);
  expect(readKey(folder, '2026-02-01')).not.toBe(key);
});
