import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { getEngineVersion } from './engine-version';
import {
  createProcessCache,
  createProcessState,
  createWeakProcessCache,
  emptyProcessCaches,
  listProcessCaches,
} from './process-cache';

keepEnvironment();

const ROOT = path.join(import.meta.dirname, '..', '..');

test('a value is made once for its key, also where the cache is created again', () => {
  let made = 0;
  const create = () => ++made;
  expect(createProcessCache<string, number>('numbers').getOrCreate('a', create)).toBe(1);
  expect(createProcessCache<string, number>('numbers').getOrCreate('a', create)).toBe(1);
  expect(createProcessCache<string, number>('numbers').getOrCreate('b', create)).toBe(2);
  const weak = createWeakProcessCache<object, number>('numbers of objects');
  const key = {};
  expect([weak.getOrCreate(key, create), weak.getOrCreate(key, create)]).toEqual([3, 3]);
  weak.delete(key);
  expect(weak.get(key)).toBeUndefined();
});

test('the oldest go beyond the size', () => {
  const cache = createProcessCache<number, number>('few', { max: 2 });
  for (const key of [1, 2, 3]) cache.set(key, key);
  expect([1, 2, 3].map((key) => cache.get(key))).toEqual([undefined, 2, 3]);
});

test('what fails is not kept, what replaced it is', async () => {
  const cache = createProcessCache<string, Promise<number>>('promises');
  const failing = cache.getOrCreate('a', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await cache.getOrCreate('a', async () => 5)).toBe(5);
  let fail: (error: Error) => void = () => undefined;
  const late = cache.getOrCreate('b', () => new Promise((_, reject) => (fail = reject)));
  cache.set('b', Promise.resolve(6));
  fail(new Error('late'));
  await expect(late).rejects.toThrow('late');
  expect(await cache.get('b')).toBe(6);
});

test('caches are emptied together, states stay', () => {
  const cache = createProcessCache<string, number>('to be emptied');
  const weak = createWeakProcessCache<object, number>('weak, to be emptied');
  const state = createProcessState('a state', () => ({ count: 1 }));
  const key = {};
  cache.set('a', 1);
  weak.set(key, 1);
  state.count = 2;
  emptyProcessCaches();
  expect([cache.get('a'), weak.get(key)]).toEqual([undefined, undefined]);
  expect(createProcessState('a state', () => ({ count: 1 })).count).toBe(2);
});

test('newer code empties caches in development, and no state', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'process-cache-'));
  const file = path.join(folder, 'lib/code.ts');
  mkdirSync(path.dirname(file));
  writeFileSync(file, '');
  const { cwd } = process;
  process.cwd = () => folder;
  Object.assign(process.env, { NODE_ENV: 'development' });
  try {
    createProcessCache<string, number>('of code').set('a', 1);
    createProcessState('beside code', () => ({ count: 1 })).count = 2;
    expect(createProcessCache<string, number>('of code').get('a')).toBe(1);
    utimesSync(file, 1, 1);
    await expect.poll(() => createProcessCache<string, number>('of code').get('a')).toBeUndefined();
    expect(createProcessState('beside code', () => ({ count: 1 })).count).toBe(2);
  } finally {
    process.cwd = cwd;
    rmSync(folder, { recursive: true });
  }
  // What the other tests of this worker keep on the disk is of this engine again.
  expect(getEngineVersion()).not.toBe('');
});

test('every cache of the engine has a name of its own, and is listed with what empties it', () => {
  const names = listSources().flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /create(?:Weak)?Process(?:Cache|State)(?:<[^(]*>)?\(\s*['`]([^'`$]+)/g,
      ),
    ].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
  createProcessCache('sized', { max: 3 });
  createProcessState('lasting', () => ({}));
  expect(listProcessCaches()).toContainEqual({
    name: 'sized',
    emptiedBy: 'newer code, and beyond 3 entries',
  });
  expect(listProcessCaches()).toContainEqual({ name: 'lasting', emptiedBy: 'nothing' });
});

function listSources(): string[] {
  return ['lib', 'app'].flatMap((area) =>
    readdirSync(path.join(ROOT, area), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
      .map((name) => path.join(ROOT, area, name)),
  );
}
