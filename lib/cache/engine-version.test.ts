import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'playwright/test';

const ROOT = path.join(import.meta.dirname, '..', '..');
const ENTRY = 'lib/cache/list-imports.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'engine-version-'));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

/** The versions of the whole engine and of one module, as a process finds them whose working folder is another. */
function readVersions(environment: NodeJS.ProcessEnv = {}): string[] {
  const module = pathToFileURL(path.join(import.meta.dirname, 'engine-version.ts')).href;
  const script = `import(${JSON.stringify(module)}).then(({ getEngineVersion: get }) => console.log(get(), get('${ENTRY}')))`;
  const tsx = pathToFileURL(path.join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;
  const env = { ...process.env, ...environment };
  const output = execFileSync(process.execPath, ['--import', tsx, '-e', script], { cwd: folder, env });
  return output.toString('utf8').trim().split(' ');
}

test('the version of the engine changes with any of its files but tests, that of a module with what it imports', () => {
  cpSync(path.join(import.meta.dirname), path.join(folder, 'lib/cache'), { recursive: true });
  const [engine, module] = readVersions();
  expect(engine).toMatch(/^[0-9a-f]{32}$/);
  expect(module).not.toBe(engine);
  writeFileSync(path.join(folder, 'lib/cache/new.test.ts'), '');
  expect(readVersions()).toEqual([engine, module]);
  mkdirSync(path.join(folder, 'app'));
  writeFileSync(path.join(folder, 'app/icon.svg'), '<svg/>');
  const [changed, same] = readVersions();
  expect(changed).not.toBe(engine);
  expect(same).toBe(module);
});

test('where there are no sources, it is what the build wrote down', () => {
  expect(readVersions({ ENGINE_VERSION: 'built' })).toEqual(['built', 'built']);
});
