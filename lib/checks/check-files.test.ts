import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { checkFiles } from './check-files';
import { listImportedFiles } from './imported-files';

const files = readContent(path.resolve('e2e/content'));

test('a text uses the components that it imports, and what these import', () => {
  const draft = files.posts.find(({ name }) => name === 'draft-with-a-chart');
  const names = draft && listImportedFiles(draft).map((file) => path.basename(file));
  expect(names).toEqual(['chart.tsx', 'height.ts']);
});

test('of the files beside a post, those that run in it are not called unused', () => {
  const unused = checkFiles(buildIndex(files, '2026-11-22', 'author'), new Map()).map(({ file }) => file);
  expect(unused.filter((file) => /\.[jt]sx?$/.test(file))).toEqual([]);
  // The test can fail: nothing says here which pictures the texts name.
  expect(unused.length).toBeGreaterThan(0);
});
