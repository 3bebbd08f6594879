import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { pruneCache, readCached, writeCached } from './disk-cache';

const DAYS = 24 * 60 * 60;
let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'disk-cache-'));
  process.env.CACHE_DIR = folder;
});

test.afterEach(() => {
  delete process.env.CACHE_DIR;
  rmSync(folder, { recursive: true });
});

/** As if it had been written or read so many days ago. */
function age(name: string, days: number): void {
  const time = Date.now() / 1000 - days * DAYS;
  utimesSync(path.join(folder, name), time, time);
}

test('what was left is found, and what was not is undefined', () => {
  expect(readCached('a/b')).toBeUndefined();
  writeCached('a/b', 'words');
  expect(readCached('a/b')?.toString()).toBe('words');
});

test('what nobody has read for a week goes, and its folder with it; the rest stays', () => {
  for (const name of [
    'pictures/old/1.avif',
    'pictures/mixed/old.avif',
    'pictures/mixed/new.avif',
    'links.json',
  ])
    writeCached(name, name);
  age('pictures/old/1.avif', 8);
  age('pictures/mixed/old.avif', 30);
  age('links.json', 6);
  expect(pruneCache()).toBe(2);
  expect(existsSync(path.join(folder, 'pictures/old'))).toBe(false);
  expect(readCached('pictures/mixed/old.avif')).toBeUndefined();
  expect(readCached('pictures/mixed/new.avif')?.toString()).toBe('pictures/mixed/new.avif');
  expect(readCached('links.json')?.toString()).toBe('links.json');
  expect(pruneCache()).toBe(0);
});

test('what a build reads stays, however old it is', () => {
  writeCached('card', 'drawn');
  age('card', 400);
  expect(readCached('card')?.toString()).toBe('drawn');
  expect(pruneCache()).toBe(0);
  expect(readCached('card')?.toString()).toBe('drawn');
});

test('a cache that is not there is no trouble', () => {
  process.env.CACHE_DIR = path.join(folder, 'none');
  expect(pruneCache()).toBe(0);
});
