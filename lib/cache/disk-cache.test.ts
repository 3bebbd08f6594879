import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { pruneCache } from './cache-folder';
import { createDiskCache } from './disk-cache';

keepEnvironment();

const DAYS = 24 * 60 * 60;
const words = createDiskCache('words', 'lib/cache/disk-cache.ts');
const pictures = createDiskCache('pictures', 'lib/cache/disk-cache.ts');

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'disk-cache-'));
  process.env.CACHE_DIR = folder;
});

test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

function listEntries(kind = ''): string[] {
  return readdirSync(path.join(folder, kind), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** As if it had been written or read so many days ago. */
function age(file: string | undefined, days: number): void {
  const time = Date.now() / 1000 - days * DAYS;
  utimesSync(file ?? '', time, time);
}

/** What is written to the terminal meanwhile, by line. */
function listWarnings(run: () => void): string[] {
  const { warn } = console;
  const lines: string[] = [];
  console.warn = (line: string) => lines.push(line);
  run();
  console.warn = warn;
  return lines;
}

test('what was written is found under its key, its kind and its module, and what was not is undefined', () => {
  expect(words.read('a')).toBeUndefined();
  words.write('a', 'ä words');
  pictures.write('a', Buffer.from([0, 255, 10]));
  words.write('empty', '');
  expect(words.read('a')?.toString()).toBe('ä words');
  expect([...(pictures.read('a') ?? [])]).toEqual([0, 255, 10]);
  expect(words.read('empty')?.length).toBe(0);
  words.write('a', 'others');
  expect(words.read('a')?.toString()).toBe('others');
  expect(createDiskCache('words', 'lib/cache/list-imports.ts').read('a')).toBeUndefined();
  expect(listEntries()).toHaveLength(3);
});

const DAMAGES: Readonly<Record<string, (file: string, bytes: Buffer) => void>> = {
  emptied: (file) => truncateSync(file, 0),
  halved: (file, bytes) => truncateSync(file, Math.floor(bytes.length / 2)),
  'cut by a byte': (file, bytes) => truncateSync(file, bytes.length - 1),
  longer: (file, bytes) => writeFileSync(file, Buffer.concat([bytes, Buffer.from('}')])),
  scrambled: (file, bytes) =>
    writeFileSync(
      file,
      bytes.map((byte, at) => (at > 80 ? byte ^ 85 : byte)),
    ),
  'changed in one bit': (file, bytes) => writeFileSync(file, bytes.with(100, (bytes[100] ?? 0) ^ 1)),
  'filled with zeros': (file, bytes) => writeFileSync(file, Buffer.alloc(bytes.length)),
  'of another program': (file) => writeFileSync(file, '{"code": "something else"}'),
};

for (const [name, damage] of Object.entries(DAMAGES)) {
  test(`an entry that is ${name} counts as absent, and is written again`, () => {
    words.write('a', 'words '.repeat(100));
    const [file = ''] = listEntries();
    damage(file, readFileSync(file));
    expect(words.read('a')).toBeUndefined();
    words.write('a', 'again');
    expect(words.read('a')?.toString()).toBe('again');
    expect(listEntries()).toEqual([file]);
  });
}

test('an entry that cannot be read counts as absent, and one line says that it could not be written', () => {
  words.write('a', 'one');
  const [file = ''] = listEntries();
  rmSync(file);
  mkdirSync(path.join(file, 'inside'), { recursive: true });
  const lines = listWarnings(() => {
    expect(words.read('a')).toBeUndefined();
    words.write('a', 'two');
    words.write('a', 'three');
    pictures.write('b', 'four');
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(folder);
  expect(pictures.read('b')?.toString()).toBe('four');
  expect(listEntries()).toHaveLength(1);
});

for (const [name, spoil] of Object.entries({
  'a file': (place: string) => writeFileSync(place, ''),
  'a folder without permissions': (place: string) => {
    mkdirSync(place);
    chmodSync(place, 0o500);
    // Permissions do not hold root back: what stands in the way of the kind does.
    writeFileSync(path.join(place, 'words'), '');
    writeFileSync(path.join(place, 'pictures'), '');
  },
})) {
  test(`where ${name} is in place of the cache, one line says so and all else goes on`, () => {
    const place = path.join(folder, 'cache');
    spoil(place);
    process.env.CACHE_DIR = place;
    const lines = listWarnings(() => {
      words.write('a', 'one');
      pictures.write('b', 'two');
      expect(words.read('a')).toBeUndefined();
      words.keep('a');
      expect(pruneCache()).toBe(0);
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.split('\n')).toHaveLength(1);
    expect(lines[0]).toContain(place);
  });
}

test('a full disk leaves no half entries', () => {
  const place = path.join(folder, 'small');
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    // Only root can mount: a device that is always full takes the place of the entry's kind.
    execFileSync('ln', ['-s', '/dev/full', path.join(place, 'words')]);
  }
  try {
    process.env.CACHE_DIR = place;
    const lines = listWarnings(() => {
      for (let number = 0; number < 9; number++) words.write(String(number), 'x'.repeat(20_000));
    });
    expect(lines).toHaveLength(1);
    const kept = Array.from({ length: 9 }, (_, number) => words.read(String(number))).filter(Boolean);
    const files = existsSync(path.join(place, 'words', '.')) ? listEntries('small') : [];
    expect(files).toHaveLength(kept.length);
    expect(kept.length).toBeLessThan(4);
  } finally {
    try {
      execFileSync('umount', [place], { stdio: 'ignore' });
    } catch {
      // It was not mounted.
    }
  }
});

test('what nobody has read for a week goes, and its folder with it; the rest stays', () => {
  words.write('old', 'old');
  words.write('kept', 'kept');
  words.write('read', 'read');
  for (const file of listEntries()) age(file, 8);
  words.keep('kept');
  expect(words.read('read')?.toString()).toBe('read');
  pictures.write('old', 'old');
  age(listEntries('pictures')[0], 30);
  pictures.keep('never written');
  expect(pruneCache()).toBe(2);
  expect(existsSync(path.join(folder, 'pictures'))).toBe(false);
  expect(words.read('old')).toBeUndefined();
  expect(words.read('kept')?.toString()).toBe('kept');
  expect(words.read('read')?.toString()).toBe('read');
  expect(pruneCache()).toBe(0);
});

test('a cache that is not there is no trouble', () => {
  process.env.CACHE_DIR = path.join(folder, 'none');
  expect(pruneCache()).toBe(0);
});
