import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { getEngineVersion, readEngine } from './engine-version';

keepEnvironment();

const ENTRY = 'lib/cache/list-imports.ts';

let root: string;

test.beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'engine-version-'));
});

test.afterEach(() => rmSync(root, { recursive: true }));

/** Of the whole engine and of one module. */
function readVersions(): string[] {
  const getVersion = readEngine(root);
  return [getVersion(''), getVersion(ENTRY)];
}

test('the version of the engine changes with any of its files but tests, that of a module with what it imports', () => {
  cpSync(import.meta.dirname, path.join(root, 'lib/cache'), { recursive: true });
  const [engine, module] = readVersions();
  expect(engine).toMatch(/^[0-9a-f]{32}$/);
  expect(module).not.toBe(engine);
  writeFileSync(path.join(root, 'lib/cache/new.test.ts'), '');
  expect(readVersions()).toEqual([engine, module]);
  mkdirSync(path.join(root, 'app'));
  writeFileSync(path.join(root, 'app/icon.svg'), '<svg/>');
  const [changed, same] = readVersions();
  expect(changed).not.toBe(engine);
  expect(same).toBe(module);
});

test('where there are no sources, it is what the build wrote down', () => {
  process.env.ENGINE_VERSION = 'built';
  expect(readVersions()).toEqual(['built', 'built']);
});

test('this engine has one', () => {
  expect(getEngineVersion()).toMatch(/^[0-9a-f]{32}$/);
  expect(getEngineVersion(ENTRY)).not.toBe(getEngineVersion());
  expect(() => getEngineVersion('lib/none.ts')).toThrow('lib/none.ts');
});
