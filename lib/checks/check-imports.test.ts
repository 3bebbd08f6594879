import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { writeContent, writePost } from '../content/write-content';
import { checkContent } from './check-content';

test('components outside of the project may run on the server, and in browsers they are refused', async () => {
  const root = writeContent({
    'posts/a/index.mdx': `${writePost()}\nimport { Chart } from './chart';\n\n<Chart />\n`,
    'posts/a/chart.tsx': "'use client';\nexport const Chart = () => null;\n",
    'posts/b/index.mdx': `${writePost(['title: B'])}\nimport { Chart } from './chart';\n\n<Chart />\n`,
    'posts/b/chart.tsx': 'export const Chart = () => null;\n',
  });
  expect(path.relative(process.cwd(), root)).toMatch(/^\.\./);
  const problems = await checkContent(buildIndex(readContent(root), '2026-01-01', 'public'));
  const ofImports = problems.filter(({ message }) => message.includes('outside of the project'));
  expect(ofImports).toMatchObject([{ file: 'posts/a/index.mdx', severity: 'error' }]);
  expect(
    problems.filter(({ file, severity }) => file === 'posts/b/index.mdx' && severity === 'error'),
  ).toEqual([]);
});

test('an import that nothing uses has to be there all the same, as the bundler of Next wants it', async () => {
  const root = writeContent({
    'posts/a/index.mdx': `${writePost()}\nimport { Chart } from './chart';\n\n<Chart />\n`,
    'posts/a/chart.tsx':
      "import { size } from './gone';\nimport type { X } from './types';\nexport const Chart = () => null;\n",
  });
  const problems = await checkContent(buildIndex(readContent(root), '2026-01-01', 'public'));
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)).toEqual([
    'posts/a/chart.tsx:1:22 The components of "./chart" cannot be used: Could not resolve "./gone".',
  ]);
});
