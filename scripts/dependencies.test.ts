import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { SourceFile } from '../lib/cache/list-imports';
import { findUndeclared, type Manifest } from './dependencies';

const ROOT = path.join(import.meta.dirname, '..');

function readSources(): SourceFile[] {
  const folders = ['app', 'components', 'lib', 'scripts', 'e2e'].flatMap((area) =>
    readdirSync(path.join(ROOT, area), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${area}/${name}`,
    ),
  );
  return [...folders, ...readdirSync(ROOT)]
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

test('package.json declares every package that is imported, types included', () => {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const sources = readSources();
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.flatMap((source) => findUndeclared(source, manifest))).toEqual([]);
});

const MANIFEST: Manifest = {
  dependencies: { shiki: '1.0.0', '@mdx-js/mdx': '1.0.0' },
  devDependencies: { '@types/hast': '1.0.0', '@types/a__b': '1.0.0', playwright: '1.0.0' },
};

for (const [file, text] of [
  ['lib/a.ts', "import type { Root } from 'mdast';"],
  ['lib/a.ts', "import { hast } from 'hast';"],
  ['lib/a.ts', "const { test } = await import('playwright/test');"],
  ['scripts/a.ts', "import { load } from 'yaml';"],
  ['app/page.tsx', "export { a } from '@mdx-js/react';"],
] as const) {
  test(`an undeclared package is found: ${file}: ${text}`, () => {
    expect(findUndeclared({ file, text }, MANIFEST)).toHaveLength(1);
  });
}

for (const [file, text] of [
  ['lib/a.ts', "import type { Root } from 'hast';\nimport type { B } from '@a/b';"],
  ['lib/a.ts', "import { createHighlighter } from 'shiki/core';\nimport { compile } from '@mdx-js/mdx';"],
  ['lib/a.test.ts', "import { test } from 'playwright/test';"],
  [
    'lib/a.ts',
    "import { readFileSync } from 'node:fs';\nimport { b } from './b';\nimport { c } from '@/lib/c';",
  ],
] as const) {
  test(`a declared package is no problem: ${file}: ${text.split('\n')[0]}`, () => {
    expect(findUndeclared({ file, text }, MANIFEST)).toEqual([]);
  });
}
