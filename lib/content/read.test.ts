import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { readContent } from './read';
import type { ReadCache } from './text-file';
import { writeContent, writePost } from './write-content';

test('posts are read from folders and from single files, in the order of their paths', () => {
  const folder = writeContent({
    'posts/b/index.mdx': writePost(),
    'posts/b/images/a.png': 'x',
    'posts/b/notes.md': 'Notes.',
    'posts/a.md': writePost(),
    'posts/.hidden.md': writePost(),
    'posts/picture.png': 'x',
  });
  const { posts, problems } = readContent(folder);
  expect(problems).toEqual([]);
  expect(posts.map(({ file, name, format }) => [file, name, format])).toEqual([
    ['posts/a.md', 'a', 'md'],
    ['posts/b/index.mdx', 'b', 'mdx'],
  ]);
  expect(posts[1]?.assets).toContain('images/a.png');
  expect(posts[1]?.folder).toBe(path.join(folder, 'posts/b'));
});

test('names are in one Unicode form', () => {
  const folder = writeContent({ [`posts/${'hành-trình'.normalize('NFD')}.md`]: writePost() });
  expect(readContent(folder).posts[0]?.name).toBe('hành-trình'.normalize('NFC'));
});

test('everything but the folder of the posts may be missing', () => {
  const { posts, pages, parts, tags, authors, site, strings, style, problems } = readContent(
    writeContent({}),
  );
  expect({ posts, pages, parts, tags, authors, site, strings, style, problems }).toEqual({
    posts: [],
    pages: [],
    parts: [],
    tags: undefined,
    authors: undefined,
    site: undefined,
    strings: undefined,
    style: undefined,
    problems: [],
  });
  expect(readContent('/nowhere').problems).toMatchObject([{ severity: 'error', file: 'posts' }]);
});

test('a byte order mark and line ends of other systems do not count', () => {
  const folder = writeContent({ 'posts/a.md': '\uFEFF---\r\ntitle: A\r---\r\n' });
  expect(readContent(folder).posts[0]?.source).toBe('---\ntitle: A\n---\n');
});

test('what did not change is the same object; what changed is read again', () => {
  const folder = writeContent({ 'posts/a.md': writePost(), 'posts/b.md': writePost() });
  const cache: ReadCache = new Map();
  const first = readContent(folder, cache);
  writeFileSync(path.join(folder, 'posts/b.md'), writePost(['title: Changed']));
  utimesSync(path.join(folder, 'posts/b.md'), new Date(), new Date(Date.now() + 5000));
  const second = readContent(folder, cache);
  expect(second.posts[0]).toBe(first.posts[0]);
  expect(second.posts[1]).not.toBe(first.posts[1]);
  expect(second.posts[1]?.source).toContain('Changed');
});

test('a file beside a post that comes or goes is noticed', () => {
  const folder = writeContent({ 'posts/a/index.md': writePost(), 'posts/a/cover.png': 'x' });
  const cache: ReadCache = new Map();
  const first = readContent(folder, cache);
  rmSync(path.join(folder, 'posts/a/cover.png'));
  const second = readContent(folder, cache);
  expect(first.posts[0]?.assets).toEqual(['cover.png', 'index.md']);
  expect(second.posts[0]?.assets).toEqual(['index.md']);
});

test('a file that cannot be read is a problem, not a crash', () => {
  const folder = writeContent({ 'posts/a.md': writePost() });
  symlinkSync(path.join(folder, 'nowhere.md'), path.join(folder, 'posts/broken.md'));
  const broken = readContent(folder).posts.find(({ name }) => name === 'broken');
  expect(broken?.problems).toMatchObject([
    { file: 'posts/broken.md', line: 1, column: 1, severity: 'error' },
  ]);
});

test('a linked folder is a folder', () => {
  const folder = writeContent({ 'elsewhere/index.md': writePost() });
  symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'posts/linked'));
  expect(readContent(folder).posts.map(({ file }) => file)).toEqual(['posts/linked/index.md']);
});

test('folders without an index file only keep order, to any depth', () => {
  const folder = writeContent({
    'posts/2019/2019-05-01-old.markdown': writePost(),
    'posts/2019/deep/en/hello/index.md': writePost(),
    'posts/2019/deep/en/hello/notes.md': 'Notes.',
    'posts/2019/images/a.png': 'x',
    'posts/2019/b.png': 'x',
  });
  const { posts, problems } = readContent(folder);
  expect(problems).toEqual([]);
  expect(posts.map(({ file, name, format }) => [file, name, format])).toEqual([
    ['posts/2019/2019-05-01-old.markdown', '2019-05-01-old', 'md'],
    ['posts/2019/deep/en/hello/index.md', 'hello', 'md'],
  ]);
  expect(posts[0]?.assets).toEqual(['b.png', 'images/a.png']);
});

test('links that lead back to where they are have no end, and are left out', () => {
  const folder = writeContent({ 'posts/a/b/hello.md': writePost(), 'posts/c/other.md': writePost() });
  symlinkSync(path.join(folder, 'posts'), path.join(folder, 'posts/a/b/up'));
  symlinkSync(path.join(folder, 'posts/c'), path.join(folder, 'posts/a/to-c'));
  symlinkSync(path.join(folder, 'posts/a'), path.join(folder, 'posts/c/to-a'));
  const files = readContent(folder).posts.map(({ file }) => file);
  expect(files).toContain('posts/a/b/hello.md');
  expect(files).toContain('posts/c/other.md');
  expect(files.length).toBeLessThan(10);
});

test('reading changes nothing on the disk', () => {
  const folder = writeContent({ 'posts/a.md': writePost() });
  const file = path.join(folder, 'posts/a.md');
  mkdirSync(path.join(folder, 'pages'));
  chmodSync(file, 0o444);
  const before = readFileSync(file, 'utf8');
  readContent(folder);
  expect(readFileSync(file, 'utf8')).toBe(before);
});
