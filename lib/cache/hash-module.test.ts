import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { hashModule } from './hash-module';
import { type LockedPackages, readLockedPackages } from './package-versions';

const ROOT = path.join(import.meta.dirname, '..', '..');

const FILES: Readonly<Record<string, string>> = {
  'lib/entry.ts':
    "import { a } from './a';\nimport type { T } from './type';\nimport {\n  b,\n} from '@/lib/b';\nimport 'left';\n",
  'lib/a.ts': "export const load = () => import('./late');\n",
  'lib/b.tsx': "const script = new URL('./thread.ts', import.meta.url);\nimport './look.css';\n",
  'lib/late.ts': "export * from './folder';\nimport { deep } from '@scope/right/deep';\n",
  'lib/folder/index.ts': "import '../entry';\nimport fs from 'node:fs';\n",
  'lib/thread.ts': 'export {};\n',
  'lib/look.css': 'p { color: red }\n',
  'lib/type.ts': 'export type T = string;\n',
  'lib/other.ts': 'export {};\n',
};

const LOCKED: LockedPackages = {
  'node_modules/left': { version: '1.0.0', dependencies: { shared: '^1' } },
  'node_modules/@scope/right': { version: '1.0.0', optionalDependencies: { shared: '^2' } },
  'node_modules/@scope/right/node_modules/shared': { version: '2.0.0' },
  'node_modules/shared': { version: '1.0.0', peerDependencies: { absent: '*' } },
  'node_modules/unused': { version: '1.0.0' },
};

let root: string;

test.beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'hash-module-'));
  for (const [file, text] of Object.entries(FILES)) write(file, text);
});

test.afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function hash(locked = LOCKED): string {
  return hashModule({ root, locked, sources: new Map() }, 'lib/entry.ts');
}

test('what a module imports, directly or through others, changes its hash; nothing else does', () => {
  const before = hash();
  expect(hash()).toBe(before);
  const changing = Object.entries(FILES).filter(([file, text]) => {
    write(file, `${text}\n`);
    const isChanged = hash() !== before;
    write(file, text);
    return isChanged;
  });
  const without = ['lib/type.ts', 'lib/other.ts'];
  expect(changing.map(([file]) => file)).toEqual(
    Object.keys(FILES).filter((file) => !without.includes(file)),
  );
});

test('so does the version of a package it needs, as far down as packages need others', () => {
  const before = hash();
  const changing = Object.keys(LOCKED).filter(
    (folder) => hash({ ...LOCKED, [folder]: { ...LOCKED[folder], version: '9.0.0' } }) !== before,
  );
  expect(changing).toEqual(Object.keys(LOCKED).filter((folder) => folder !== 'node_modules/unused'));
});

test('a new file that an import finds changes the hash', () => {
  const before = hash();
  write('lib/a.ts', "import './new';\n");
  const missing = hash();
  write('lib/new.ts', '');
  expect(new Set([before, missing, hash()]).size).toBe(3);
});

test('a module that is not there is an error, a lock file that is not there or damaged none', () => {
  expect(() => hashModule({ root, locked: {}, sources: new Map() }, 'lib/none.ts')).toThrow('lib/none.ts');
  expect(readLockedPackages(path.join(root, 'none.json'))).toEqual({});
  write('half.json', '{"packages": {');
  expect(readLockedPackages(path.join(root, 'half.json'))).toEqual({});
});

test('how names are suggested is part of how a text is compiled', () => {
  const locked = readLockedPackages(path.join(ROOT, 'package-lock.json'));
  const entry = 'lib/markdown/compile/compile.ts';
  const before = hashModule({ root: ROOT, locked, sources: new Map() }, entry);
  const changed = { hash: 'another', imports: [], packages: [] };
  for (const [file, isPart] of [
    ['lib/content/suggest.ts', true],
    ['lib/syndication/rss.ts', false],
  ] as const) {
    const after = hashModule({ root: ROOT, locked, sources: new Map([[file, changed]]) }, entry);
    expect(after !== before, file).toBe(isPart);
  }
  for (const [name, isPart] of [
    ['@mdx-js/mdx', true],
    ['vfile-message', true],
    ['@biomejs/biome', false],
  ] as const) {
    const folder = `node_modules/${name}`;
    expect(locked[folder]?.version, name).toBeTruthy();
    const other = { ...locked, [folder]: { version: '0.0.0' } };
    expect(hashModule({ root: ROOT, locked: other, sources: new Map() }, entry) !== before, name).toBe(
      isPart,
    );
  }
});
