import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { emptyProcessCaches } from '../cache/process-cache';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { digestOf, listOutputs } from './outputs';

keepEnvironment();

/** A blog in which each kind of page shows something of a post. */
const FILES: Readonly<Record<string, string>> = {
  'site.ts':
    "export default { title: 'Notes', description: 'Of all kinds.', url: 'https://notes.example', author: 'ada', postsPerPage: 3, postsOnHome: 1, postsInFeed: 3 };\n",
  'authors.yml': 'ada: { name: Ada, bio: Writes. }\nbob: { name: Bob }\n',
  'tags.yml': 'One: { slug: one }\nTwo: { slug: two, see: [One] }\n',
  'pages/about.md': toDocument({ title: 'About', description: 'Who writes.' }, 'We write.'),
  'posts/p1.md': toPost(1, 'tags: [One]', 'The first, without a link.'),
  'posts/p2.md': toPost(2, 'tags: [One, Two]', 'The second leads to [the first](./p1.md).'),
  'posts/p3/index.md': toPost(3, 'authors: [bob]', 'The third has a ![dot](./dot.svg).'),
  'posts/p3/dot.svg': toDot('red'),
  'posts/p4.md': toPost(4, 'series: Row', 'The fourth.'),
  'posts/p5.md': toPost(5, 'series: Row', 'The fifth.'),
  'posts/p6.md': toPost(6, 'tags: [Two]', 'The sixth.'),
  'posts/p7.md': toPost(7, 'unlisted: true', 'The seventh, for those who know of it.'),
  'posts/p8.md': toPost(8, 'draft: true', 'The eighth is not ready.'),
  'posts/p9.md': toPost(9, '', 'The ninth waits.', '2030-01-01'),
};

/** Where the text of a listed post is: its page, its Markdown, and the search. */
const body = (slug: string) => [`/posts/${slug}`, `/markdown/${slug}`, '/search/*'];
const feeds = (list = '') => ['atom.xml', 'feed.json', 'feed.xml'].map((name) => `${list}/${name}`);
const PAGES = [
  ...[
    '/',
    '/_not-found',
    '/posts',
    '/posts/page/2',
    '/search',
    '/tags',
    '/tags/one',
    '/tags/two',
    '/about',
    '/colophon',
  ],
  ...['/authors/ada', '/authors/bob', '/series/row'],
  ...['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((slug) => `/posts/${slug}`),
];
const MARKDOWN = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((slug) => `/markdown/${slug}`);
const list = (paths: string) => paths.split(' ');
const ALL_FEEDS = [
  ...feeds(),
  ...['/tags/one', '/tags/two', '/authors/ada', '/authors/bob'].flatMap((list) => feeds(list)),
];

interface Edit {
  readonly name: string;
  /** Files with another text, or none. */
  readonly files?: Readonly<Record<string, string | undefined>>;
  readonly move?: readonly [from: string, to: string];
  readonly today?: string;
  /** Outputs whose digest changes, that are new or gone. */
  readonly changes: readonly string[];
}

const edit = (file: string, from: string, to: string) => {
  const text = FILES[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no "${from}".`);
  return { [file]: text.replace(from, to) };
};

const EDITS: readonly Edit[] = [
  {
    name: 'an edited body',
    files: edit('posts/p1.md', 'without a link', 'as before'),
    changes: [...feeds('/tags/one'), ...body('p1')],
  },
  {
    name: 'an edited body that feeds carry',
    files: edit('posts/p6.md', 'The sixth.', 'Number six.'),
    changes: [...feeds(), ...feeds('/tags/two'), ...feeds('/authors/ada'), ...body('p6')],
  },
  {
    name: 'a link in a body',
    files: edit('posts/p1.md', 'The first', 'The [first](./p2.md)'),
    changes: [...feeds('/tags/one'), ...list('/markdown/p1 /posts/p1')],
  },
  {
    name: 'a longer reading time',
    files: edit('posts/p6.md', 'The sixth.', 'word '.repeat(900)),
    changes: [...feeds(), ...feeds('/tags/two'), ...feeds('/authors/ada'), ...body('p6'), '/'],
  },
  {
    name: 'a title',
    files: edit('posts/p1.md', 'Post 1', 'Post I'),
    changes: [
      '/colophon',
      ...feeds('/tags/one'),
      ...body('p1'),
      ...list('/authors/ada /cards/* /llms.txt /nearest.json /posts/p2 /posts/page/2 /tags/one'),
    ],
  },
  {
    name: 'the title of the latest post',
    files: edit('posts/p6.md', 'Post 6', 'Post VI'),
    changes: [
      '/colophon',
      ...feeds(),
      ...feeds('/tags/two'),
      ...feeds('/authors/ada'),
      ...body('p6'),
      ...list(
        '/ /_not-found /authors/ada /cards/* /llms.txt /nearest.json /posts /posts/p2 /posts/p5 /tags/two',
      ),
    ],
  },
  {
    name: 'a description',
    files: edit('posts/p2.md', 'On 2.', 'About two.'),
    changes: [...feeds('/tags/one'), ...feeds('/tags/two'), ...body('p2'), '/cards/*', '/llms.txt'],
  },
  {
    name: 'the description of the latest post',
    files: edit('posts/p6.md', 'On 6.', 'About six.'),
    changes: [
      ...feeds(),
      ...feeds('/tags/two'),
      ...feeds('/authors/ada'),
      ...body('p6'),
      ...list('/ /cards/* /llms.txt'),
    ],
  },
  {
    name: 'a date that moves no post',
    files: edit('posts/p2.md', '2024-02-01', '2024-02-02'),
    changes: [
      ...feeds('/tags/one'),
      ...feeds('/tags/two'),
      ...body('p2'),
      ...list(
        '/authors/ada /cards/* /llms.txt /posts/p1 /posts/p3 /posts/p6 /posts/page/2 /sitemap.xml /tags/one /tags/two',
      ),
    ],
  },
  {
    name: 'a date that moves a post',
    files: edit('posts/p2.md', '2024-02-01', '2024-03-02'),
    changes: [
      '/colophon',
      ...feeds('/tags/one'),
      ...feeds('/tags/two'),
      ...body('p2'),
      ...list(
        '/authors/ada /cards/* /llms.txt /nearest.json /posts/p1 /posts/p3 /posts/p4 /posts/p6 /posts/page/2 /sitemap.xml /tags/one /tags/two',
      ),
    ],
  },
  {
    name: 'a revision',
    files: edit('posts/p2.md', '2024-02-01', '2024-02-01\nupdated: 2024-12-01'),
    changes: [...feeds('/tags/one'), ...feeds('/tags/two'), ...list('/markdown/p2 /posts/p2 /sitemap.xml')],
  },
  {
    name: 'a revision that is listed',
    files: edit(
      'posts/p2.md',
      '2024-02-01',
      '2024-02-01\nrevisions: [{ date: 2024-12-01, change: The link is right. }]',
    ),
    changes: [...feeds('/tags/one'), ...feeds('/tags/two'), ...list('/markdown/p2 /posts/p2 /sitemap.xml')],
  },
  {
    name: 'citations',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', citations: true"),
    changes: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((slug) => `/posts/${slug}`),
  },
  {
    name: 'a tag more',
    files: edit('posts/p1.md', 'tags: [One]', 'tags: [One, Two]'),
    changes: [
      ...feeds('/tags/one'),
      ...feeds('/tags/two'),
      ...body('p1'),
      ...list('/posts/p6 /tags /tags/two'),
    ],
  },
  {
    name: 'a tag less',
    files: edit('posts/p2.md', 'tags: [One, Two]', 'tags: [One]'),
    changes: [
      ...feeds('/tags/one'),
      ...feeds('/tags/two'),
      ...body('p2'),
      ...list('/posts/p6 /tags /tags/two'),
    ],
  },
  {
    name: 'a new tag',
    files: edit('posts/p4.md', 'series: Row', 'series: Row\ntags: [Three]'),
    changes: [
      ...feeds(),
      ...feeds('/tags/three'),
      ...feeds('/authors/ada'),
      ...body('p4'),
      ...list('/cards/* /nearest.json /search /sitemap.xml /tags /tags/three'),
    ],
  },
  {
    name: 'the label of a tag',
    files: edit('tags.yml', 'One: { slug: one }', 'Uno: { slug: one, aliases: [One] }'),
    changes: [
      ...feeds('/tags/one'),
      ...feeds('/tags/two'),
      ...body('p1'),
      ...body('p2'),
      ...list('/cards/* /nearest.json /search /sitemap.xml /tags /tags/one /tags/two'),
    ],
  },
  {
    name: 'the description of a tag',
    files: edit('tags.yml', 'slug: one', 'slug: one, description: The first.'),
    changes: [...feeds('/tags/one'), ...list('/cards/* /tags/one')],
  },
  {
    name: 'a related tag',
    files: edit('tags.yml', ', see: [One]', ''),
    changes: [...list('/tags /tags/two')],
  },
  {
    name: 'the name of an author',
    files: edit('authors.yml', 'name: Bob', 'name: Robert'),
    changes: [...feeds('/authors/bob'), ...list('/authors/bob /cards/* /markdown/p3 /posts/p3')],
  },
  {
    name: 'what an author says of themself',
    files: edit('authors.yml', 'bio: Writes.', 'bio: Writes on.'),
    changes: [
      ...feeds('/authors/ada'),
      ...list('/ /authors/ada /cards/* /posts/p1 /posts/p2 /posts/p4 /posts/p5 /posts/p6 /posts/p7'),
    ],
  },
  {
    name: 'the address of an author',
    files: edit('authors.yml', 'name: Bob', 'name: Bob, url: "https://bob.example"'),
    changes: [...feeds('/authors/bob'), ...list('/authors/bob /posts/p3')],
  },
  {
    name: 'another author of a post',
    files: edit('posts/p3/index.md', 'authors: [bob]', 'authors: [bob, ada]'),
    changes: [...feeds('/authors/bob'), ...list('/authors/ada /cards/* /markdown/p3 /posts/p3')],
  },
  {
    name: 'an image',
    files: { 'posts/p3/dot.svg': toDot('blue') },
    changes: [...feeds('/authors/bob'), ...list('/markdown/p3 /media/* /posts/p3 /sitemap.xml')],
  },
  {
    name: 'a cover',
    files: edit(
      'posts/p3/index.md',
      'authors: [bob]',
      'authors: [bob]\ncover: { src: ./dot.svg, alt: A dot }',
    ),
    changes: [...feeds('/authors/bob'), ...list('/cards/* /markdown/p3 /posts/p3')],
  },
  {
    name: 'the name of a series',
    files: {
      ...edit('posts/p4.md', 'series: Row', 'series: Line'),
      ...edit('posts/p5.md', 'series: Row', 'series: Line'),
    },
    changes: [...list('/cards/* /nearest.json /posts/p4 /posts/p5 /series/line /series/row /sitemap.xml')],
  },
  {
    name: 'a part that leaves a series',
    files: edit('posts/p4.md', 'series: Row\n', ''),
    changes: [...list('/cards/* /nearest.json /posts/p4 /posts/p5 /series/row /sitemap.xml')],
  },
  {
    name: 'a post featured',
    files: edit('posts/p1.md', 'tags: [One]', 'tags: [One]\nfeatured: true'),
    changes: ['/'],
  },
  {
    name: 'a language of a post',
    files: edit('posts/p1.md', 'tags: [One]', 'tags: [One]\nlang: de'),
    changes: [
      ...feeds('/tags/one'),
      ...body('p1'),
      ...list('/authors/ada /posts/p2 /posts/page/2 /tags/one'),
    ],
  },
  {
    name: 'a translation',
    files: edit('posts/p1.md', 'tags: [One]', 'tags: [One]\nlang: de\ntranslationOf: p2'),
    changes: [
      ...feeds('/tags/one'),
      ...body('p1'),
      ...list('/authors/ada /posts/p2 /posts/page/2 /tags/one'),
    ],
  },
  {
    name: 'an alias',
    files: edit('posts/p1.md', 'tags: [One]', 'tags: [One]\naliases: [/old]'),
    changes: [],
  },
  {
    name: 'an original elsewhere',
    files: edit('posts/p1.md', 'tags: [One]', 'tags: [One]\ncanonical: https://other.example/x'),
    changes: [...list('/markdown/p1 /posts/p1 /sitemap.xml')],
  },
  {
    name: 'an edited body of an unlisted post',
    files: edit('posts/p7.md', 'for those', 'only for those'),
    changes: list('/markdown/p7 /posts/p7'),
  },
  { name: 'an edited draft', files: edit('posts/p8.md', 'not ready', 'nearly ready'), changes: [] },
  {
    name: 'a draft published',
    files: edit('posts/p8.md', 'draft: true', ''),
    changes: [
      '/colophon',
      ...feeds(),
      ...feeds('/authors/ada'),
      ...body('p8'),
      ...list(
        '/ /_not-found /authors/ada /cards/* /llms.txt /nearest.json /posts /posts/p6 /posts/page/2 /posts/page/3 /sitemap.xml /tags',
      ),
    ],
  },
  {
    name: 'a post taken back',
    files: edit('posts/p2.md', 'tags: [One, Two]', 'tags: [One, Two]\ndraft: true'),
    changes: [
      '/colophon',
      ...feeds('/tags/one'),
      ...feeds('/tags/two'),
      ...body('p2'),
      ...list(
        '/ /authors/ada /cards/* /llms.txt /nearest.json /posts /posts/p1 /posts/p3 /posts/p6 /posts/page/2 /sitemap.xml /tags /tags/one /tags/two',
      ),
    ],
  },
  {
    name: 'a post deleted',
    files: { 'posts/p1.md': undefined, ...edit('posts/p2.md', '[the first](./p1.md)', 'the first') },
    changes: [
      '/colophon',
      ...feeds('/tags/one'),
      ...feeds('/tags/two'),
      ...body('p1'),
      ...body('p2'),
      ...list(
        '/ /authors/ada /cards/* /llms.txt /nearest.json /posts /posts/page/2 /sitemap.xml /tags /tags/one',
      ),
    ],
  },
  {
    name: 'a post added',
    files: { 'posts/p10.md': toPost(6, '', 'The tenth.', '2024-06-02') },
    changes: [
      '/colophon',
      ...feeds(),
      ...feeds('/authors/ada'),
      ...body('p10'),
      ...list(
        '/ /_not-found /authors/ada /cards/* /llms.txt /nearest.json /posts /posts/p6 /posts/page/2 /posts/page/3 /sitemap.xml /tags',
      ),
    ],
  },
  {
    name: 'a post renamed',
    move: ['posts/p4.md', 'posts/p40.md'],
    changes: [
      '/colophon',
      ...feeds(),
      ...feeds('/authors/ada'),
      ...body('p4'),
      ...body('p40'),
      ...list(
        '/_not-found /authors/ada /cards/* /llms.txt /nearest.json /posts /posts/p3 /posts/p5 /series/row /sitemap.xml',
      ),
    ],
  },
  {
    name: 'a scheduled post that is due',
    today: '2030-01-02',
    changes: [
      ...PAGES,
      ...feeds(),
      ...feeds('/authors/ada'),
      ...body('p9'),
      ...list('/cards/* /llms.txt /nearest.json /posts/page/3 /sitemap.xml'),
    ],
  },
  { name: 'a day on which nothing is due', today: '2025-01-02', changes: [] },
  {
    name: 'a page edited',
    files: edit('pages/about.md', 'We write.', 'We still write.'),
    changes: ['/about'],
  },
  {
    name: 'the title of a page',
    files: edit('pages/about.md', 'title: About', 'title: Imprint'),
    changes: [...list('/about /cards/* /llms.txt /nearest.json')],
  },
  {
    name: 'a page deleted',
    files: { 'pages/about.md': undefined },
    changes: [...PAGES, ...list('/cards/* /llms.txt /nearest.json /sitemap.xml')],
  },
  {
    name: 'the title of the site',
    files: edit('site.ts', "title: 'Notes'", "title: 'Words'"),
    changes: [...PAGES, ...ALL_FEEDS, ...list('/cards/* /icon.svg /llms.txt /manifest.webmanifest')],
  },
  {
    name: 'the address of the site',
    files: edit('site.ts', 'notes.example', 'words.example'),
    changes: [...PAGES, ...ALL_FEEDS, ...MARKDOWN, ...list('/cards/* /llms.txt /robots.txt /sitemap.xml')],
  },
  {
    name: 'the language of the site',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', language: 'de'"),
    changes: [...PAGES, ...ALL_FEEDS, ...MARKDOWN, ...list('/cards/* /manifest.webmanifest /search/*')],
  },
  {
    name: 'rights',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', rights: 'CC BY'"),
    changes: [...PAGES, ...ALL_FEEDS],
  },
  {
    name: 'a hub of feeds',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', announce: { webSub: 'https://hub.example/' }"),
    changes: [...ALL_FEEDS],
  },
  {
    name: 'a repository',
    files: edit(
      'site.ts',
      "author: 'ada'",
      "author: 'ada', repository: { url: 'https://git.example/ada/blog' }",
    ),
    changes: [...PAGES],
  },
  {
    name: 'posts on the home page',
    files: edit('site.ts', 'postsOnHome: 1', 'postsOnHome: 2'),
    changes: ['/'],
  },
  {
    name: 'posts in feeds',
    files: edit('site.ts', 'postsInFeed: 3', 'postsInFeed: 2'),
    changes: [...feeds(), ...feeds('/authors/ada'), '/cards/*'],
  },
  {
    name: 'another post at the head of the home page',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', leadPost: 'p2'"),
    changes: ['/'],
  },
  {
    name: 'no line below an entry of the home page',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', describedOnHome: 0"),
    changes: ['/'],
  },
  {
    name: 'no ornament on the home page',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', leadPicture: 'none'"),
    changes: ['/'],
  },
  {
    name: 'no page of type and colours',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', specimen: false"),
    changes: [
      ...list('/cards/* /colophon /sitemap.xml'),
      // Which link to it.
      ...['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((slug) => `/posts/${slug}`),
    ],
  },
  {
    name: 'a page in the place of that of type and colours',
    files: { 'pages/colophon.md': toDocument({ title: 'Colophon', description: 'Ours.' }, 'By hand.') },
    changes: [
      ...list('/cards/* /colophon /llms.txt /nearest.json'),
      ...['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((slug) => `/posts/${slug}`),
    ],
  },
  {
    name: 'a colour in the style sheet',
    files: { 'style.css': ':root { --color-ink: #101010 }' },
    changes: [
      ...PAGES.filter((path) => path !== '/_not-found'),
      ...list('/apple-icon.png /cards/* /feed.css /icon.svg'),
      ...feeds(),
    ],
  },
  {
    name: 'a rule of the style sheet',
    files: { 'style.css': 'p { margin: 0 }' },
    changes: [],
  },
  {
    name: 'no ornaments',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', ornaments: false"),
    changes: [
      ...feeds(),
      '/cards/*',
      // Each page names its card.
      ...PAGES.filter((path) => path !== '/_not-found'),
    ],
  },
  {
    name: 'an accent',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', accent: { light: '#204080', dark: '#a0c0ff' }"),
    changes: [
      ...PAGES.filter((path) => path !== '/_not-found'),
      ...list('/apple-icon.png /cards/* /feed.css /icon.svg'),
      ...feeds(),
    ],
  },
  {
    name: 'navigation',
    files: edit('site.ts', "author: 'ada'", "author: 'ada', navigation: [{ label: 'All', href: '/posts' }]"),
    changes: [...PAGES],
  },
  {
    name: 'a string of the interface',
    files: { 'strings.yml': 'latest: The newest\n' },
    changes: [...PAGES],
  },
];

let root: string;
let cache: string;
let before: Map<string, string>;

test.beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'colophon-views-'));
  cache = `${root}-cache`;
  useCache();
  writeAll();
  before = await readDigests();
});

test.beforeEach(useCache);

test.afterAll(() => {
  for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
});

function useCache() {
  process.env.CACHE_DIR = cache;
}

for (const { name, files = {}, move, today, changes } of EDITS) {
  test(`${name} changes what shows it, and nothing else`, async () => {
    for (const [file, text] of Object.entries(files)) {
      if (text === undefined) rmSync(path.join(root, file));
      else write(file, text);
    }
    if (move) renameSync(path.join(root, move[0]), path.join(root, move[1]));
    const after = await readDigests(today);
    const addresses = new Set([...before.keys(), ...after.keys()]);
    const changed = [...addresses].filter((address) => before.get(address) !== after.get(address));
    const grouped = changed.map((address) =>
      address.replace(/^\/(search|cards|media|elements)\/.*/, '/$1/*'),
    );
    rmSync(root, { recursive: true });
    writeAll();
    expect([...new Set(grouped)].sort()).toEqual([...new Set(changes)].sort());
  });
}

test('nothing changes nothing', async () => {
  expect(await readDigests()).toEqual(before);
});

async function readDigests(today = '2025-01-01'): Promise<Map<string, string>> {
  emptyProcessCaches();
  const index = buildIndex(readContent(root), today, 'public');
  expect(index.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const outputs = await listOutputs(index);
  const digests = outputs.map(async (output) => [output.address, await digestOf(index, output)] as const);
  return new Map(await Promise.all(digests));
}

function writeAll(): void {
  for (const [file, text] of Object.entries(FILES)) write(file, text);
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function toPost(number: number, further: string, text: string, date = `2024-0${number}-01`): string {
  const facts = { title: `Post ${number}`, description: `On ${number}.`, date };
  return toDocument(facts, text, further);
}

function toDocument(facts: Readonly<Record<string, string>>, text: string, further = ''): string {
  const lines = Object.entries(facts).map(([key, value]) => `${key}: ${value}`);
  return `---\n${[...lines, ...(further ? [further] : [])].join('\n')}\n---\n\n${text}\n`;
}

function toDot(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><circle cx="4" cy="4" r="3" fill="${colour}"/></svg>`;
}
