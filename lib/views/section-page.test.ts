import { expect, test } from 'playwright/test';
import { indexContent, writePost } from '../content/write-content';
import { digestOf, listOutputs } from './outputs';
import { parseSectionPath } from './section-page';

for (const [path, route] of [
  ['posts', { kind: 'archive', page: 1 }],
  ['posts/page/2', { kind: 'archive', page: 2 }],
  ['tags', { kind: 'tags' }],
  ['tags/c++', { kind: 'tag', slug: 'c++', page: 1 }],
  ['tags/page/page/3', { kind: 'tag', slug: 'page', page: 3 }],
  ['series/row', { kind: 'series', slug: 'row' }],
  ['search', { kind: 'search' }],
  ['404', { kind: 'not-found' }],
  ['posts/page/1', undefined],
  ['posts/page/02', undefined],
  ['posts/hello', undefined],
  ['posts/page/2/3', undefined],
  ['tags/one/page', undefined],
  ['tags/one/page/2/3', undefined],
  ['series', undefined],
  ['series/row/2', undefined],
  ['search/x', undefined],
  ['toString', undefined],
  ['', undefined],
] as const) {
  test(`the path "${path}" of a section ${route ? 'is a page' : 'is nothing'}`, () => {
    expect(parseSectionPath(path.split('/'))).toEqual(route);
  });
}

const FILES = {
  'site.ts': "export default { languages: ['de', 'ar'] };",
  'posts/one.md': writePost(['tags: [Numbers]'], 'One.'),
  'posts/two.md': writePost(['tags: [Numbers]'], 'Two.'),
  'posts/eins.md': writePost(['lang: de', 'tags: [Zahlen]'], 'Eins.'),
  'posts/wahid.md': writePost(['lang: ar'], 'Wahid.'),
};

/** Addresses of outputs whose digest another state of the content changes, apart from the search and cards. */
async function listChanges(files: Readonly<Record<string, string>>): Promise<string[]> {
  const [before, after] = await Promise.all([digestAll(FILES), digestAll({ ...FILES, ...files })]);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((address) => before.get(address) !== after.get(address))
    .filter((address) => !/\/search\/|^\/cards\//.test(address))
    .sort();
}

async function digestAll(files: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const index = indexContent(files);
  const outputs = await listOutputs(index);
  return new Map(
    await Promise.all(
      outputs.map(async (output) => [output.address, await digestOf(index, output)] as const),
    ),
  );
}

test('an edited text of a section changes nothing of the others', async () => {
  const changed = { 'posts/eins.md': writePost(['lang: de', 'tags: [Zahlen]'], 'Zwei.') };
  const lists = ['/de/tags/zahlen/', '/de/'].flatMap((list) =>
    ['atom.xml', 'feed.json', 'feed.xml'].map((name) => list + name),
  );
  const changes = await listChanges(changed);
  expect(changes).toEqual(expect.arrayContaining([...lists, '/markdown/eins', '/posts/eins']));
  expect(changes.filter((path) => !path.startsWith('/de') && !/eins$|^\/(llms|nearest)/.test(path))).toEqual(
    [],
  );
});

test('what the settings say of a section is in its pages, and in the frame of its posts', async () => {
  const changes = await listChanges({
    'site.ts': "export default { languages: [{ language: 'de', title: 'Zahlen' }, 'ar'] };",
  });
  expect(changes).toEqual(
    expect.arrayContaining([
      '/de',
      '/de/posts',
      '/de/tags',
      '/de/404',
      '/de/search',
      '/posts/eins',
      '/de/feed.xml',
    ]),
  );
  expect(changes.filter((path) => /^\/(ar|posts|posts\/(one|wahid)|tags)?(\/|$)/.test(path))).toEqual([
    '/posts/eins',
  ]);
});
