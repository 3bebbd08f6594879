import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { convert } from 'fontverter';
import { expect, test } from 'playwright/test';
import { readFeatures, readNames, readTables } from './sfnt';

const folder = path.join(import.meta.dirname, '../app/_shared/fonts');
const COPYRIGHT = 0;

const SERIF = ['kern', 'onum', 'lnum', 'pnum', 'tnum', 'locl'];
const FEATURES: Record<string, string[]> = {
  'colophon-serif-roman.woff2': [...SERIF, 'liga', 'smcp', 'c2sc', 'case'],
  'colophon-serif-italic.woff2': [...SERIF, 'liga'],
  'colophon-mono.woff2': ['zero'],
};

async function readFonts() {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.woff2'));
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(path.join(folder, file));
      return { file, size: bytes.length, tables: readTables(await convert(bytes, 'sfnt')) };
    }),
  );
}

function tableOf(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const table = tables.get(tag);
  if (!table) throw new Error(`The font has no ${tag} table.`);
  return table;
}

test('no name in a font but its copyright uses a reserved font name', async () => {
  for (const { file, tables } of await readFonts()) {
    const names = readNames(tableOf(tables, 'name'));
    expect(names.length, file).toBeGreaterThan(5);
    for (const { id, text } of names) if (id !== COPYRIGHT) expect(text, file).not.toMatch(/source|plex/i);
    expect(names.find(({ id }) => id === COPYRIGHT)?.text, file).toMatch(/Adobe|IBM|STIX/);
  }
});

test('the three main fonts together stay within 72 kB', async () => {
  const main = (await readFonts()).filter(({ file }) => file in FEATURES);
  expect(main).toHaveLength(3);
  expect(main.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(72_000);
});

test('the fonts keep the features a book is set with', async () => {
  for (const { file, tables } of await readFonts()) {
    const found = ['GSUB', 'GPOS'].flatMap((tag) =>
      tables.has(tag) ? readFeatures(tableOf(tables, tag)) : [],
    );
    expect(found, file).toEqual(expect.arrayContaining(FEATURES[file] ?? []));
  }
});

test('the font of formulas knows how brackets grow, within 48 kB', async () => {
  const math = (await readFonts()).find(({ file }) => file === 'colophon-math.woff2');
  expect(math?.tables.has('MATH')).toBe(true);
  expect(math?.size).toBeLessThanOrEqual(48_000);
});

test('each family has its licence beside it', async () => {
  for (const family of ['serif', 'mono', 'math']) {
    const licence = await readFile(path.join(folder, `colophon-${family}-license.txt`), 'utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
  }
});
