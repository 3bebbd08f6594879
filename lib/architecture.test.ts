import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { findBreaches, type SourceFile } from './architecture';

const ROOT = path.join(import.meta.dirname, '..');

/** Tests may import what they like: they are no part of the engine. */
function readSources(): SourceFile[] {
  return ['app', 'components', 'lib'].flatMap((area) =>
    readdirSync(path.join(ROOT, area), { recursive: true, encoding: 'utf8' })
      .map((name) => `${area}/${name.split(path.sep).join('/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|spec|d)\.tsx?$|\/fixtures\//.test(file))
      .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
  );
}

test('the engine keeps its own design', () => {
  const sources = readSources();
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.flatMap(findBreaches)).toEqual([]);
});

const BREACHES: readonly (readonly [name: string, file: string, text: string])[] = [
  ['settings read content', 'lib/urls.ts', "import { getPosts } from './content/posts';"],
  ['content compiles', 'lib/content/post.ts', "import { compileText } from '../markdown/compile';"],
  [
    'content knows types of later stages',
    'lib/content/post.ts',
    "import type { Heading } from '../markdown/headings';",
  ],
  ['content renders', 'lib/content/post.ts', "import { Tag } from '@/components/tag';"],
  ['content knows the app', 'lib/content/tags.ts', "import { metadata } from '@/app/layout';"],
  ['Markdown feeds', 'lib/markdown/render.ts', "import { buildRss } from '../syndication/rss';"],
  [
    'Markdown knows components',
    'lib/markdown/render.ts',
    "import { mdxComponents } from '@/components/mdx';",
  ],
  ['feeds compile', 'lib/syndication/rss.ts', "import {\n  renderDocument,\n} from '../markdown/render';"],
  ['a command renders', 'lib/cli/check.ts', "import { Callout } from '@/components/mdx/callout';"],
  ['publishing reads content', 'lib/publish/publish.ts', "import { getContent } from '../content/posts';"],
  ['publishing knows the app', 'lib/publish/publish.ts', "import { fonts } from '../../app/fonts';"],
  ['a component fetches', 'components/lead.tsx', "import { getPosts } from '@/lib/content/posts';"],
  [
    'a component fetches later',
    'components/lead.tsx',
    "const { getPosts } = await import('@/lib/content/posts');",
  ],
  ['a component knows the app', 'components/mdx/link.tsx', "import { fonts } from '../../app/fonts';"],
  ['a component passes a door on', 'components/lead.tsx', "export { getPosts } from '@/lib/content/posts';"],
  ['the app runs a command', 'app/page.tsx', "import { check } from '@/lib/cli/check';"],
  ['the app publishes', 'app/layout.tsx', "import { publish } from '@/lib/publish/publish';"],
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
  ['a default export beside a route', 'app/fonts.ts', 'export default {};'],
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
    "import { getPosts } from '@/lib/content/posts';\n\nexport default function Page() {}",
  ],
  [
    'a remark names what code must not',
    'lib/urls.ts',
    "// import x from 'gray-matter';\n/** of type: any kind */\nexport const any = 1;",
  ],
];

for (const [name, file, text] of SOUND) {
  test(`what is right is no breach: ${name}`, () => {
    expect(findBreaches({ file, text: `${text}\n` })).toEqual([]);
  });
}
