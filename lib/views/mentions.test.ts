import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import type { ContentIndex } from '../content/content-index';
import { readContent } from '../content/read';
import type { Site } from '../site/site';
import { toShown, viewComments } from './comments';
import { findMentionedPost, viewMentions } from './mentions';

const index = buildIndex(readContent(path.resolve('e2e/readers')), '2026-11-26', 'public');

const withSite = (site: Partial<Pick<Site, 'url' | 'readers'>>): ContentIndex => ({
  ...index,
  site: { ...index.site, ...site },
});

const find = (address: string, of = index) => findMentionedPost(new URL(address), of)?.slug;

test('a post is found by each of its addresses, where it takes mentions', () => {
  for (const end of ['', '/', '?a=b', '#part', '/?a#b'])
    expect(find(`https://ada.example/posts/hello${end}`)).toBe('hello');
  expect(find('http://ada.example/posts/h%65llo')).toBe('hello');
  for (const other of [
    'https://ada.example/',
    'https://ada.example/posts',
    'https://ada.example/posts/none',
    'https://ada.example/posts/hello/more',
    'https://ada.example/posts/%E0%A4%A',
    'https://evil.example/posts/hello',
    'https://ada.example.evil.example/posts/hello',
    'https://ada.example:8080/posts/hello',
    // Nobody answers to it.
    'https://ada.example/posts/quiet',
  ])
    expect(find(other), other).toBeUndefined();
});

test('a post is given to other sites with its author, or else with the blog', () => {
  const hello = index.postsBySlug.get('hello');
  const quiet = index.postsBySlug.get('quiet');
  if (!hello || !quiet) throw new Error('There are no such posts.');
  expect(viewMentions(quiet, index)).toBeUndefined();
  expect(viewMentions(hello, index)).toEqual({
    ...{
      endpoint: '/webmention',
      title: 'Hello',
      url: 'https://ada.example/posts/hello',
      date: '2026-05-01',
    },
    authors: [{ name: 'Ada writes', href: '/' }],
  });
  const ada = { id: 'ada', name: 'Ada', links: [], count: 1 };
  expect(
    viewMentions({ ...hello, authors: [ada, { ...ada, name: 'Bob', count: 0 }] }, index)?.authors,
  ).toEqual([
    { name: 'Ada', href: '/authors/ada' },
    { name: 'Bob', href: '/' },
  ]);
});

test('an old address is one of the post', () => {
  const [hello] = index.posts.filter(({ slug }) => slug === 'hello');
  if (!hello) throw new Error('There is no such post.');
  const moved = { ...index, postsBySlug: new Map([['hello', { ...hello, aliases: ['/2020/hello'] }]]) };
  expect(find('https://ada.example/2020/hello/', moved)).toBe('hello');
});

test('a site below a path has its posts there', () => {
  const below = withSite({ url: 'https://ada.example/blog' });
  expect(find('https://ada.example/blog/posts/hello', below)).toBe('hello');
  expect(find('https://ada.example/posts/hello', below)).toBeUndefined();
  expect(find('https://ada.example/blogposts/hello', below)).toBeUndefined();
});

test('a post that is not there for everybody takes none, nor does a blog that did not switch it on', () => {
  const hello = index.postsBySlug.get('hello');
  for (const state of ['draft', 'scheduled'] as const) {
    const posts = new Map(hello ? [['hello', { ...hello, state }]] : []);
    expect(find('https://ada.example/posts/hello', { ...index, postsBySlug: posts })).toBeUndefined();
  }
  const { readers } = index.site;
  if (!readers) throw new Error('Nobody answers here.');
  expect(
    find('https://ada.example/posts/hello', withSite({ readers: { ...readers, mentions: false } })),
  ).toBeUndefined();
});

test('what was approved is shown as far as the settings say so now', () => {
  const { readers } = index.site;
  const shown = (comments: boolean, mentions: boolean) => {
    const site = withSite({
      readers: readers && { ...readers, comments: comments ? readers.comments : undefined, mentions },
    });
    const post = site.postsBySlug.get('hello');
    return {
      kinds: toShown(site),
      view: post && viewComments(post, site),
    };
  };
  const nothing = {
    ...{ list: [], counts: { like: 0, repost: 0 } },
    newer: '/comments/hello?since=0',
  };
  expect(shown(true, true).kinds).toEqual({ comments: true, mentions: true });
  expect(shown(true, false)).toEqual({
    kinds: { comments: true, mentions: false },
    view: { ...nothing, isOpen: true },
  });
  expect(shown(false, true)).toEqual({
    kinds: { comments: false, mentions: true },
    view: { ...nothing, isOpen: false, isOfMentions: true },
  });
  expect(shown(false, false)).toEqual({ kinds: { comments: false, mentions: false }, view: undefined });
});
