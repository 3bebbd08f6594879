import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { forgetUnusable, isUsable } from './usable-components';

test('a file of components is usable while it and all it imports have no error', () => {
  const folder = path.resolve('.colophon', 'usable');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'chart.tsx');
  const save = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    forgetUnusable();
  };
  save('chart.tsx', "import { size } from './size';\nexport const Chart = () => <b>{size}</b>;\n");
  expect(isUsable(file)).toBe(false);
  save('size.ts', 'export const size = 3;\n');
  expect(isUsable(file)).toBe(true);
  save('size.ts', 'export const size = ;\n');
  expect(isUsable(file)).toBe(false);
  save('size.ts', "import { useState } from 'react';\nimport 'node:fs';\nexport const size = useState;\n");
  expect(isUsable(file)).toBe(true);
  save('size.ts', "import { x } from 'no-such-package';\nexport const size = x;\n");
  expect(isUsable(file)).toBe(false);
  save('size.ts', 'export const width = 3;\n');
  expect(isUsable(file)).toBe(false);
  // What esbuild leaves out because nothing uses it, and the bundler of Next looks for.
  save('size.ts', "import { x } from './gone';\nexport const size = 3;\n");
  expect(isUsable(file)).toBe(false);
  save('size.ts', "import { useState } from 'react';\n'use client';\nexport const size = useState;\n");
  expect(isUsable(file)).toBe(false);
  save('size.ts', "// A comment.\n'use client';\nimport type { X } from './gone';\nexport const size = 3;\n");
  expect(isUsable(file)).toBe(true);
  rmSync(folder, { recursive: true });
  expect(isUsable(file)).toBe(false);
});

test('a file with errors is bundled again only when it or another file of code has changed', () => {
  const folder = path.resolve('.colophon', 'unusable');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'chart.tsx');
  writeFileSync(file, "import { size } from './size';\nexport const Chart = () => <b>{size}</b>;\n");
  expect(isUsable(file)).toBe(false);
  writeFileSync(path.join(folder, 'size.ts'), 'export const size = 3;\n');
  expect(isUsable(file)).toBe(false);
  forgetUnusable();
  expect(isUsable(file)).toBe(true);
  writeFileSync(file, 'export const Chart = ;\n');
  expect(isUsable(file)).toBe(false);
  writeFileSync(file, 'export const Chart = () => null;\n');
  expect(isUsable(file)).toBe(true);
  rmSync(folder, { recursive: true });
});
