import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { findEndlessLinks } from './endless-links';
import { writeContent, writePost } from './write-content';

test('links that lead back to where they are have no end, by others too; all others have one', () => {
  const folder = writeContent({ 'posts/a/b/hello.md': writePost(), 'posts/c/other.md': writePost() });
  const link = (target: string, place: string) => symlinkSync(target, path.join(folder, place));
  expect(findEndlessLinks(folder)).toEqual([]);
  mkdirSync(path.join(folder, 'elsewhere'));
  link('../../elsewhere', 'posts/c/linked');
  link('../a/b/hello.md', 'posts/c/file.md');
  link('nowhere', 'posts/broken');
  link('self', 'posts/self');
  expect(findEndlessLinks(folder)).toEqual([]);
  link('../..', 'posts/a/up');
  link('../c', 'posts/a/to-c');
  link(path.join(folder, 'posts/a/b'), 'posts/c/to-b');
  expect(findEndlessLinks(folder)).toEqual(['posts/a/up']);
  link(path.join(folder, 'posts/a'), 'posts/c/to-a');
  expect(findEndlessLinks(folder)).toEqual(['posts/a/to-c', 'posts/a/up', 'posts/c/to-a']);
});

test('a folder that is not there has none', () => {
  expect(findEndlessLinks('/no/such/folder')).toEqual([]);
});
