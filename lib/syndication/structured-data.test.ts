import assert from 'node:assert/strict';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import {
  buildAuthorGraph,
  buildHomeGraph,
  buildPageGraph,
  buildPostGraph,
  buildSeriesGraph,
  buildTagGraph,
  formatGraph,
} from './structured-data';

const index = buildIndex(readContent(path.resolve('e2e/content')), '2026-11-22', 'public');
const { site } = index;

/** What search engines want of each type (schema.org; Google's guides for articles, profiles and breadcrumbs). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  BlogPosting: ['headline', 'image', 'datePublished', 'dateModified', 'author', 'url', 'inLanguage'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  CreativeWorkSeries: ['name', 'url', 'hasPart'],
  Person: ['name', 'url'],
  ProfilePage: ['mainEntity'],
  WebPage: ['name', 'url'],
  WebSite: ['name', 'url'],
};

const ADDRESSES = ['url', 'image', 'item', 'mainEntityOfPage'];

test('every graph is complete, absolute and safe inside a script element', () => {
  const card = `${site.url}/cards/0.png`;
  const graphs = [
    buildHomeGraph(index),
    ...index.posts.map((post) => buildPostGraph(post, index, card)),
    ...[...index.pages.values()].map((page) => buildPageGraph(page, index)),
    ...[...index.authors.values()].map(({ author }) => buildAuthorGraph(author, index)),
    ...[...index.tags.values()].map(({ tag }) => buildTagGraph(tag, index)),
    ...[...index.series.values()].map((series) => buildSeriesGraph(series, index)),
  ];
  for (const graph of graphs) {
    const text = formatGraph(graph);
    expect(text).not.toContain('<');
    const parsed = JSON.parse(text);
    expect(parsed).toEqual(JSON.parse(JSON.stringify(graph)));
    expect(parsed['@context']).toBe('https://schema.org');
    for (const thing of listThings(parsed['@graph'])) {
      const type = String(thing['@type']);
      const required = REQUIRED[type];
      assert(required, `a thing of type ${type}`);
      for (const name of required) assert(thing[name], `${name} of ${type}`);
      for (const name of ADDRESSES) {
        const value = thing[name];
        if (typeof value === 'string') assert.match(value, /^https?:\/\//, `${name} of ${type}`);
      }
    }
  }
});

test('hostile titles stay what they are', () => {
  const post = index.posts.find(({ title }) => title.includes('</script>'));
  if (!post) throw new Error('The fixtures have no such title.');
  const text = formatGraph(buildPostGraph(post, index, site.url));
  expect(text).not.toContain('</script');
  expect(JSON.parse(text)['@graph'][0].headline).toBe(post.title);
});

type Thing = Readonly<Record<string, unknown>>;

/** Every object that has a type, at any depth. */
function listThings(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(listThings);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(listThings);
  return '@type' in value ? [value as Thing, ...below] : below;
}
