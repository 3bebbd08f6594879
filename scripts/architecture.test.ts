import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { SourceFile } from '../lib/cache/list-imports';
import { findBreaches, ROOMS } from './architecture';
import { findCircles } from './import-circles';

const ROOT = path.join(import.meta.dirname, '..');

/** Tests may import what they like: they are no part of the engine. */
function readSources(): SourceFile[] {
  return ['app', 'components', 'lib', 'scripts'].flatMap((area) =>
    readdirSync(path.join(ROOT, area), { recursive: true, encoding: 'utf8' })
      .map((name) => `${area}/${name.split(path.sep).join('/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|spec|d)\.tsx?$|\/fixtures\//.test(file))
      .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
  );
}

const sources = readSources();

test('the engine keeps its own design', () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.flatMap(findBreaches)).toEqual([]);
});

test('imports make no circle', () => {
  expect(findCircles(sources)).toEqual([]);
});

test('a planted circle is found', () => {
  const planted = [
    { file: 'lib/a.ts', text: "import { b } from './b';\n" },
    { file: 'lib/b.ts', text: "import { a } from './a';\nimport type { C } from './c';\n" },
    { file: 'lib/c.ts', text: "import { a } from './a';\n" },
  ];
  expect(findCircles(planted)).toEqual([['lib/a', 'lib/b', 'lib/a']]);
});

test('lib has rooms, and three files that all of them use', () => {
  const entries = readdirSync(path.join(ROOT, 'lib'), { withFileTypes: true });
  const loose = entries.filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name));
  expect(loose.map(({ name }) => name).sort()).toEqual(['dates.ts', 'pagination.ts', 'urls.ts']);
  const rooms = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `lib/${name}/`);
  expect(rooms.filter((room) => !ROOMS.some(({ at }) => at.test(room)))).toEqual([]);
});

test('no path that a build writes to is put together in sight of the bundler', () => {
  // Turbopack lists such a folder, and fails when a file of it is replaced meanwhile.
  const written = /path\.(?:join|resolve)\((?!\/\* turbopackIgnore)[^)]*['"`]\.(?:next|colophon|data)\b/;
  expect(written.test("path.join('.next', 'cache', 'colophon')")).toBe(true);
  const bundled = sources.filter(({ file }) => /^(app|components|lib\/(?!build|serve|cli|next))/.test(file));
  expect(bundled.filter(({ text }) => written.test(text)).map(({ file }) => file)).toEqual([]);
});

test('a test that changes the environment leaves it as it was', () => {
  const changes =
    /process\.env(\.\w+ =[^=]|\[)|assign\(process\.env|delete process\.env|deleteProperty\(process\.env/;
  const keeps = /\b(keepEnvironment|provideFreshStore)\(/;
  const tests = ['app', 'components', 'e2e', 'lib', 'scripts'].flatMap((area) =>
    readdirSync(path.join(ROOT, area), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(test|spec)\.ts$/.test(name) && !name.endsWith('architecture.test.ts'))
      .map((name) => ({ name, text: readFileSync(path.join(ROOT, area, name), 'utf8') })),
  );
  expect(tests.length).toBeGreaterThan(200);
  expect(tests.some(({ text }) => changes.test(text))).toBe(true);
  const leaving = tests.filter(({ text }) => changes.test(text) && !keeps.test(text));
  const remedy = 'Call keepEnvironment() of scripts/keep-environment.ts before the tests of the file.';
  expect(
    leaving.map(({ name }) => name),
    remedy,
  ).toEqual([]);
});

test('app has routes, and one folder for what several of them share', () => {
  const loose = readdirSync(path.join(ROOT, 'app'), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/(\.dev)?\.tsx?$/, ''));
  expect(loose.sort()).toEqual(['error', 'layout', 'manifest', 'not-found', 'page', 'template']);
});

const BREACHES: readonly (readonly [name: string, file: string, text: string])[] = [
  ['addresses read content', 'lib/urls.ts', "import { getPosts } from './content/posts';"],
  ['settings read content', 'lib/site/site.ts', "import { getPosts } from '../content/posts';"],
  ['a cache knows what it keeps', 'lib/cache/disk-cache.ts', "import { build } from '../cards/drawing';"],
  ['content compiles', 'lib/content/post.ts', "import { compileText } from '../markdown/compile/compile';"],
  [
    'content knows types of later stages',
    'lib/content/post.ts',
    "import type { H } from '../markdown/headings';",
  ],
  ['content renders', 'lib/content/post.ts', "import { Tag } from '@/components/tag';"],
  ['content knows the app', 'lib/content/tags.ts', "import { metadata } from '@/app/layout';"],
  ['Markdown feeds', 'lib/markdown/render/render.ts', "import { buildRss } from '../../syndication/rss';"],
  ['Markdown checks', 'lib/markdown/links/links.ts', "import { review } from '../../checks/review';"],
  ['Markdown knows components', 'lib/markdown/render/render.ts', "import { mdx } from '@/components/mdx';"],
  ['feeds compile', 'lib/syndication/rss.ts', "import {\n  render,\n} from '../markdown/render/render';"],
  ['search feeds', 'lib/search/rank.ts', "import { buildRss } from '../syndication/rss';"],
  ['cards check', 'lib/cards/drawing.ts', "import { checkCards } from '../checks/check-cards';"],
  ['fonts finish', 'lib/fonts/woff2.ts', "import { finishPages } from '../finish/finish-pages';"],
  ['checks build', 'lib/checks/review.ts', "import { build } from '../build/build';"],
  ['checks write to a terminal', 'lib/checks/external-links.ts', "import { say } from '../cli/terminal';"],
  ['a bundle reads content', 'lib/bundles/search-script.ts', "import { getPosts } from '../content/posts';"],
  ['a share link is a command', 'lib/share/token.ts', "import { share } from '../cli/share';"],
  ['the preview runs a command', 'lib/dev/desk.ts', "import { check } from '../cli/check';"],
  ['Next gets settings of the app', 'lib/next/redirects.ts', "import { metadata } from '@/app/layout';"],
  ['a build renders', 'lib/build/build-id.ts', "import { Tag } from '@/components/tag';"],
  ['a command renders', 'lib/cli/check.ts', "import { Callout } from '@/components/mdx/callout';"],
  ['finishing reads content', 'lib/finish/csp.ts', "import { getContent } from '../content/posts';"],
  ['finishing knows the app', 'lib/finish/csp.ts', "import { fonts } from '../../app/_shared/fonts';"],
  ['the engine needs its developers', 'lib/cli/check.ts', "import { STAGES } from '../../scripts/stages';"],
  ['a script renders', 'scripts/fonts.ts', "import { Callout } from '@/components/mdx/callout';"],
  ['a component fetches', 'components/lead.tsx', "import { getPosts } from '@/lib/content/posts';"],
  ['a component fetches later', 'components/lead.tsx', "const { a } = await import('@/lib/content/posts');"],
  [
    'a component knows the app',
    'components/mdx/link.tsx',
    "import { fonts } from '../../app/_shared/fonts';",
  ],
  ['a component passes a door on', 'components/lead.tsx', "export { getPosts } from '@/lib/content/posts';"],
  ['a route reads content', 'app/posts/page.tsx', "import { getPosts } from '@/lib/content/posts';"],
  [
    'what routes share reads content',
    'app/_shared/archive.tsx',
    "import { getPosts } from '@/lib/content/posts';",
  ],
  ['the app runs a command', 'app/page.tsx', "import { check } from '@/lib/cli/check';"],
  ['the app finishes', 'app/layout.tsx', "import { finishPages } from '@/lib/finish/finish-pages';"],
  ['the app builds', 'app/layout.tsx', "import { toBuildId } from '@/lib/build/build-id';"],
  ['a second importer of gray-matter', 'lib/content/post.ts', "import matter from 'gray-matter';"],
  [
    'a second importer of next-mdx-remote',
    'app/page.tsx',
    "import { MDXRemote } from 'next-mdx-remote/rsc';",
  ],
  ['a second reader of content', 'lib/content/tags.ts', "import { readFileSync } from 'node:fs';"],
  ['a component that reads the disk', 'components/lead.tsx', "import fs from 'fs';"],
  ['a default export of the engine', 'lib/urls.ts', 'export default function path() {}'],
  ['a default export in brackets', 'components/lead.tsx', 'export { Lead as default };'],
  ['a default export beside a route', 'app/_shared/fonts.ts', 'export default {};'],
  ['a map of a module', 'lib/views/post.ts', 'const known = new Map<string, string>();'],
  ['a variable of a module', 'lib/content/posts.ts', 'let index: ContentIndex | undefined;'],
  ['a global of its own', 'app/posts/a.ts', 'const holder = globalThis as typeof globalThis & { a?: 1 };'],
  ['the type any', 'lib/urls.ts', 'export function path(slug: any) {}'],
  ['the type any in a cast', 'lib/urls.ts', 'const path = slug as any;'],
  ['the type any in a list', 'lib/urls.ts', 'const paths: Array<any> = [];'],
];

for (const [name, file, text] of BREACHES) {
  test(`a planted breach is found: ${name}`, () => {
    expect(findBreaches({ file, text: `${text}\n` })).toHaveLength(1);
  });
}

const SOUND: readonly (readonly [name: string, file: string, text: string])[] = [
  ['a component takes types', 'components/lead.tsx', "import type { Post } from '@/lib/content/types';"],
  ['a component formats', 'components/lead.tsx', "import { formatDay } from '@/lib/dates';"],
  [
    'the app arranges',
    'app/page.tsx',
    "import { a } from '@/lib/views/home';\n\nexport default function Page() {}",
  ],
  [
    'a comment names what code must not',
    'lib/urls.ts',
    "// import x from 'gray-matter';\n/** of type: any kind */\nexport const any = 1;",
  ],
];

for (const [name, file, text] of SOUND) {
  test(`what is right is no breach: ${name}`, () => {
    expect(findBreaches({ file, text: `${text}\n` })).toEqual([]);
  });
}
