import { expect, test } from 'playwright/test';
import { createMatcher, listUnknownTargets } from './match-posts';

const POSTS = [
  { id: '1', slug: 'hello', title: 'Hello, World', aliases: ['/2015/03/first', '/?p=12'] },
  { id: '2', slug: 'größe', title: 'Size', aliases: [] },
];

const match = (address: string, map: Record<string, string> = {}, title = '') =>
  createMatcher(POSTS, new Map(Object.entries(map)))({ key: 'key', addresses: [address], title });

for (const [address, slug, by] of [
  ['https://old.example/posts/hello', 'hello', 'address'],
  ['http://old.example/posts/hello/index.html?utm_source=x#comments', 'hello', 'address'],
  ['/posts/hello.html', 'hello', 'address'],
  ['posts/hello/', 'hello', 'address'],
  ['/posts/gr%C3%B6%C3%9Fe', 'größe', 'address'],
  ['https://old.example/2015/03/first/', 'hello', 'old address'],
  ['https://old.example/?p=12', 'hello', 'old address'],
  ['https://old.example/blog/2015/hello.php', 'hello', 'name'],
  ['/2015-03-02-hello.html', 'hello', 'name'],
  ['hello', 'hello', 'name'],
] as const)
  test(`${address} is ${slug}, by its ${by}`, () => {
    expect(match(address)).toMatchObject({ post: { slug }, by });
  });

for (const address of [
  'https://old.example/',
  'https://old.example/?p=13',
  'https://old.example/hello/comments',
  '/posts/hello-2',
  '/posts/HELLO%',
  'javascript:alert(1)',
  'https://[',
  '%E0%A4%A',
  '',
  '__proto__',
])
  test(`${JSON.stringify(address)} is no post`, () => expect(match(address)).toBeUndefined());

test('finds a post by its title last', () => {
  expect(match('/x', {}, ' hello, world ')).toMatchObject({ post: { id: '1' }, by: 'title' });
  expect(match('größe', {}, 'Hello, World')).toMatchObject({ post: { id: '2' }, by: 'name' });
});

test('follows a map before anything else, by key, address or path, to a slug or a path', () => {
  for (const map of [
    { key: 'größe' },
    { 'https://old.example/posts/hello': '/posts/größe' },
    { '/posts/hello/': '/posts/gr%C3%B6%C3%9Fe' },
  ])
    expect(match('https://old.example/posts/hello', map)).toMatchObject({ post: { id: '2' }, by: 'map' });
  expect(match('/posts/hello', { '/posts/hello': '' })).toEqual({ post: undefined, by: 'map' });
  const map = new Map([
    ['a', 'helo'],
    ['b', 'hello'],
    ['c', ''],
  ]);
  expect(listUnknownTargets(POSTS, map)).toEqual(['helo']);
});
