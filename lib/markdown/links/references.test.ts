import path from 'node:path';
import { expect, test } from 'playwright/test';
import { indexContent, writePost } from '../../content/write-content';
import { getCompiled } from '../compile/compiled';
import { getAddresses, getBody } from '../render/body';
import { resolveTarget, splitUrl } from './links';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const FILES = {
  'posts/a/index.mdx': writePost(),
  'posts/a/dot.png': PIXEL,
  'posts/a/größe 1.png': PIXEL,
  'posts/b.md': writePost(),
  'posts/c.md': writePost(['slug: other-name']),
  'posts/draft.md': writePost(['draft: true']),
  'pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
  'secret.txt': 'x',
};

function targetOf(url: string) {
  const index = indexContent(FILES);
  const post = index.postsBySlug.get('a');
  if (!post) throw new Error('The post of the test is broken.');
  return resolveTarget(url, post, index);
}

test('relative links lead to the pages made from files, however they are written', () => {
  for (const url of ['../b', '../b.md', '../b/', './../b.md#part', '../b?x=1']) {
    expect(targetOf(url), url).toEqual({ kind: 'page', path: '/posts/b' });
  }
  expect(targetOf('../c.md')).toEqual({ kind: 'page', path: '/posts/other-name' });
  expect(targetOf('../../pages/about.md')).toEqual({ kind: 'page', path: '/about' });
});

test('a link to a draft is known to lead to what readers cannot see', () => {
  expect(targetOf('../draft.md')).toEqual({ kind: 'hidden', path: '/posts/draft' });
});

test('files beside a post are found, also with spaces and other scripts in their names', () => {
  expect(targetOf('./dot.png')).toMatchObject({ kind: 'file' });
  expect(targetOf('dot.png')).toMatchObject({ kind: 'file' });
  expect(targetOf('./gr%C3%B6%C3%9Fe%201.png')).toMatchObject({ kind: 'file' });
});

test('addresses elsewhere stay as they are', () => {
  for (const url of [
    'https://example.com',
    '//example.com',
    'mailto:a@example.com',
    '#part',
    '?x',
    'data:,x',
    '',
  ]) {
    expect(targetOf(url), url).toEqual({ kind: 'as-is' });
  }
});

test('the address of a page of the site is known as one', () => {
  expect(targetOf('/about')).toEqual({ kind: 'page', path: '/about' });
});

test('nothing outside the content folder is shown', () => {
  for (const url of ['../../../../../../etc/passwd', '../../..', '%2e%2e/%2e%2e/%2e%2e/etc/passwd']) {
    expect(targetOf(url), url).toMatchObject({ kind: 'missing' });
  }
});

test('an address that is not well formed is missing, not a crash', () => {
  expect(targetOf('100%.png')).toMatchObject({ kind: 'missing' });
});

test('query and fragment are kept apart', () => {
  expect(splitUrl('../b.md?x=1#part')).toEqual({ pathname: '../b.md', rest: '?x=1#part' });
  expect(splitUrl('../b.md')).toEqual({ pathname: '../b.md', rest: '' });
});

const WAYS: Record<string, readonly [body: string, line: number, column: number]> = {
  'a Markdown image': ['One ![x](./dot.png)', 7, 5],
  'a Markdown link with a reference': ['One [x][y]\n\n[y]: ./dot.png', 7, 5],
  'an HTML image': ['One <img src="./dot.png" alt="" />', 7, 5],
  'a component': ['One\n\n<Figure src="./dot.png" alt="" />', 9, 1],
  'a component with an expression': ['<Figure src={\'./dot.png\'} alt="" />', 7, 1],
  'a video and its poster': ['<video poster="./dot.png"></video>', 7, 1],
};

for (const [name, [body, line, column]] of Object.entries(WAYS)) {
  test(`the address in ${name} is found, with its place`, async () => {
    const index = indexContent({ ...FILES, 'posts/a/index.mdx': writePost([], body) });
    const post = index.postsBySlug.get('a');
    if (!post) throw new Error('The post of the test is broken.');
    const { references } = await getCompiled(post);
    expect(references).toMatchObject([{ url: './dot.png', line, column }]);
    const resolved = await getBody(post, index);
    expect(resolved.problems).toEqual([]);
    const { addresses, media } = await getAddresses(resolved);
    expect(addresses['./dot.png']).toMatchObject({ url: media[0]?.path, width: 1, height: 1 });
    expect(path.basename(media[0]?.file ?? '')).toBe('dot.png');
  });
}
