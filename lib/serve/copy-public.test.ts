import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { copyPublic, isPublicCurrent } from './copy-public';

let root: string;
let original: string;
let build: string;

test.beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  original = path.join(root, 'public');
  build = path.join(root, 'build');
  write('robots/own.txt', 'first');
  write('favicon.ico', 'icon');
  copyPublic(build, original);
});

test.afterEach(() => rmSync(root, { recursive: true }));

test('copies every file, and knows when the copy is up to date', () => {
  expect(isPublicCurrent(build, original)).toBe(true);
  expect(read('robots/own.txt')).toBe('first');
  write('new.txt', 'new');
  expect(isPublicCurrent(build, original)).toBe(false);
  copyPublic(build, original);
  expect(isPublicCurrent(build, original)).toBe(true);
  rmSync(path.join(original, 'favicon.ico'));
  expect(isPublicCurrent(build, original)).toBe(false);
  copyPublic(build, original);
  expect(readdirSync(path.join(build, 'public')).sort()).toEqual(['new.txt', 'robots']);
});

test('leaves what did not change, and its compressed forms; links to what did change keep it', () => {
  const copy = path.join(build, 'public', 'favicon.ico');
  const { ino } = statSync(copy);
  writeFileSync(`${copy}.br`, 'compressed');
  linkSync(path.join(build, 'public', 'robots/own.txt'), path.join(root, 'served.txt'));
  write('robots/own.txt', 'second, longer');
  copyPublic(build, original);
  expect(statSync(copy).ino).toBe(ino);
  expect(read('favicon.ico.br')).toBe('compressed');
  expect(isPublicCurrent(build, original)).toBe(true);
  expect(read('robots/own.txt')).toBe('second, longer');
  expect(readFileSync(path.join(root, 'served.txt'), 'utf8')).toBe('first');
  rmSync(path.join(original, 'favicon.ico'));
  copyPublic(build, original);
  expect(readdirSync(path.join(build, 'public'))).toEqual(['robots']);
});

function write(name: string, text: string): void {
  const file = path.join(original, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function read(name: string): string {
  return readFileSync(path.join(build, 'public', name), 'utf8');
}
