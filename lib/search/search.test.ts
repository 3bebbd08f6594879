import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { expectEqual } from '../../scripts/expect-equal';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import type { Audience } from '../content/state';
import { buildSearchIndex } from './build/build-search-index';
import { type Finder, openFinder } from './finder';
import type { Query } from './query';

const BLOG = path.resolve('lib/search/fixtures/blog');
const TODAY = '2026-01-01';

function build(audience: Audience) {
  return buildSearchIndex(buildIndex(readContent(BLOG), TODAY, audience));
}

async function open(audience: Audience = 'public'): Promise<Finder> {
  const pieces = await build(audience);
  return openFinder(async (name) => {
    const piece = pieces.get(name);
    if (!piece) throw new Error(`There is no piece ${name}.`);
    return new Uint8Array(inflateRawSync(piece));
  });
}

async function search(query: string | Query, audience: Audience = 'public') {
  const finder = await open(audience);
  const found = await finder.find(typeof query === 'string' ? { text: query } : query);
  const results = await Promise.all(found.hits.map((hit) => finder.readResult(hit, found)));
  return { ...found, results, pages: results.map(({ href }) => href.replace('/posts/', '')) };
}

const plain = (spans: readonly { text: string; isHit: boolean }[]) =>
  spans.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

test.describe('What programmers look for', () => {
  const QUERIES: readonly (readonly [query: string, ...pages: string[]])[] = [
    ['C++', 'cpp'],
    ['c++20', 'cpp#since-c20'],
    ['C#', 'csharp'],
    ['.NET', 'csharp'],
    ['C', 'c'],
    ['--dry-run', 'shell'],
    ['useEffect', 'hooks#cleaning-up'],
    ['useeffect', 'hooks#cleaning-up'],
    ['use_effect', 'hooks#in-python'],
    ['std::vector', 'cpp#containers'],
    ['std::vec', 'cpp#containers'],
    ['vector', 'cpp#containers'],
    ['@decorator', 'hooks#in-python'],
    ['foo.bar()', 'hooks#in-python'],
    ['.push_back', 'cpp#containers'],
    ['??', 'hooks#in-python'],
    ['"clearInterval"', 'hooks#cleaning-up'],
  ];
  for (const [query, ...pages] of QUERIES) {
    test(`${query} is found, and nothing else`, async () => {
      const { pages: found, replaced } = await search(query);
      expect(found).toEqual(pages);
      expect(replaced).toEqual([]);
    });
  }

  test('a name that no post has is looked for by its words', async () => {
    const { pages, replaced } = await search('run_twice');
    expect(pages).toEqual(['hooks']);
    expect(replaced[0]?.word).toBe('run_twice');
  });
});

test.describe('Pictographs', () => {
  for (const query of ['🎉', '🎉 thanks', '👍', '👍🏿', '👍️']) {
    test(`${query} is found`, async () => {
      expect((await search(query)).pages).toEqual(['thanks']);
    });
  }
});

test.describe('Scripts without spaces', () => {
  for (const [query, page] of [
    ['検索', 'japanese'],
    ['形態素', 'japanese#索引を作る'],
    ['素解析', 'japanese#索引を作る'],
    ['索引擎', 'chinese'],
    ['映射', 'chinese'],
    ['词', 'chinese'],
  ]) {
    test(`${query} is found within words`, async () => {
      const { pages } = await search(query ?? '');
      expect(pages.map(decodeURIComponent)).toEqual([page]);
    });
  }

  test('the found characters are marked', async () => {
    const { results } = await search('形態素解析');
    expect(plain(results[0]?.lines[0]?.spans ?? [])).toContain('、[形態素解析]か');
  });
});

test.describe('Words that are not quite right', () => {
  for (const [query, page] of [
    ['recevier', 'shell'],
    ['tempaltes', 'cpp'],
    ['markdwon', 'tables'],
    ['containr', 'cpp#containers'],
    ['contain', 'cpp#containers'],
    ['cafe', 'shell'],
    ['caches', 'tables'],
    ['deploy', 'tables'],
    ['table', 'tables'],
  ]) {
    test(`${query} leads to ${page}`, async () => {
      expect((await search(query ?? '')).pages).toEqual([page]);
    });
  }

  test('the reader learns what was looked for instead', async () => {
    expect((await search('markdwon')).replaced).toEqual([{ word: 'markdwon', by: ['markdown'] }]);
    expect((await search('zzzzzzzz')).replaced).toEqual([{ word: 'zzzzzzzz', by: [] }]);
  });
});

test('all words count; where no post has all, posts with some are shown, and it is said', async () => {
  expect(await search('template type')).toMatchObject({ pages: ['cpp'], isPartial: false });
  const some = await search('template markdown');
  expect(some.isPartial).toBe(true);
  expect(some.pages.sort()).toEqual(['cpp', 'tables']);
});

test('a title weighs more than a heading, a heading more than text', async () => {
  expect((await search('effect')).pages).toEqual(['hooks', 'shell']);
});

test('results show the section and the lines, code apart, with the words marked', async () => {
  const { results } = await search('useEffect');
  expect(plain(results[0]?.section ?? [])).toBe('Cleaning up');
  expect(results[0]?.lines.map(({ isCode, spans }) => [isCode, plain(spans)])).toEqual([
    [true, '[useEffect](() => {'],
  ]);
});

test('titles, descriptions, tags, tables, callouts and notes are searched; links that lead to notes are not', async () => {
  for (const query of ['would', 'shell', 'rsync', 'callouts', 'proof'])
    expect((await search(query)).pages, query).toHaveLength(1);
  expect((await search('shell')).results[0]?.tags.map(plain)).toEqual(['[Shell]']);
  expect((await search('1')).pages).not.toContain('shell');
});

test('filters by tag and by year, with words and without', async () => {
  expect((await search({ text: '', year: '2024' })).pages).toEqual(['cpp', 'csharp']);
  expect((await search({ text: 'type', year: '2023' })).pages).toEqual([]);
  expect((await search({ text: '', tag: 'react' })).pages).toEqual(['hooks']);
  expect((await search({ text: 'effect', tag: 'shell' })).pages).toEqual(['shell']);
  expect((await search({ text: '', tag: 'react', year: '2024' })).pages).toEqual([]);
  expect((await search({ text: '', tag: 'nothing' })).pages).toEqual([]);
});

test('what can be chosen: tags with their counts, years newest first', async () => {
  const { manifest } = await open();
  expect(manifest.years.map(({ year }) => year)).toEqual(['2025', '2024', '2023', '2022', '2021']);
  expect(manifest.tags.find(({ label }) => label === 'C++')).toEqual({ slug: 'cpp', label: 'C++', count: 1 });
});

test('drafts, scheduled and unlisted posts are in no piece of what readers get', async () => {
  for (const [name, piece] of await build('public'))
    expect(inflateRawSync(piece).toString('latin1'), name).not.toMatch(/sentinel|hidden/i);
});

test('the author finds them, marked', async () => {
  const { results } = await search('sentinel', 'author');
  expect(results.map(({ mark }) => mark).sort()).toEqual(['Draft', 'Scheduled', 'Unlisted']);
});

test('the same content gives the same bytes', async () => {
  expectEqual([...(await build('public'))], [...(await build('public'))]);
});

test('characters without a word among them are found nowhere, with a filter or without', async () => {
  for (const text of ['\\', '%', '.*', '("', '™', '。'])
    for (const filter of [{}, { year: '2024' }])
      expect((await search({ text, ...filter })).hits, text).toEqual([]);
});

test('hostile queries break nothing', async () => {
  for (const query of [
    '',
    '   ',
    '<script>',
    '\u0001react',
    '\\',
    '%',
    '$&',
    '\ud800',
    'a'.repeat(5000),
    '("'.repeat(500),
  ])
    expect(Array.isArray((await search(query)).hits), query).toBe(true);
});
