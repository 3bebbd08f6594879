import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { collectFileFacts } from './file-facts';

const PAGE = '<p>Words and more words.</p>'.repeat(100);

let folder: string;

test.beforeEach(() => {
  folder = test.info().outputPath('build');
  mkdirSync(folder, { recursive: true });
  write('page.html', PAGE);
});

test('text is compressed in both forms, and nothing else', async () => {
  write('short.txt', 'short');
  write('picture.png', PAGE);
  const [page, short, picture] = await collect([
    ['page.html', 'text/html; charset=utf-8'],
    ['short.txt', 'text/plain'],
    ['picture.png', 'image/png'],
  ]);
  expect(page).toMatchObject({ bytes: PAGE.length, compressed: ['br', 'gz'] });
  expect(brotliDecompressSync(readFileSync(at('page.html.br'))).toString()).toBe(PAGE);
  expect(gunzipSync(readFileSync(at('page.html.gz'))).toString()).toBe(PAGE);
  expect([short?.compressed, picture?.compressed]).toEqual([[], []]);
});

test('of a file that did not change nothing is read or written', async () => {
  utimesSync(at('page.html'), 1_000, 1_000);
  const before = await collectPage();
  const { ino } = statSync(at('page.html.br'));
  // Other bytes under the same size and time: whoever reads them would find another hash.
  writeFileSync(at('page.html'), PAGE.replaceAll('Words', 'Lines'));
  utimesSync(at('page.html'), 1_000, 1_000);
  expect(await collectPage()).toEqual(before);
  expect(statSync(at('page.html.br')).ino).toBe(ino);
});

test('a file that changed is hashed and compressed again, and links to its old forms keep them', async () => {
  const before = await collectPage();
  linkSync(at('page.html.br'), at('linked.br'));
  rmSync(at('page.html'));
  write('page.html', PAGE.replaceAll('Words', 'New lines'));
  const after = await collectPage();
  expect(after?.hash).not.toBe(before?.hash);
  expect(brotliDecompressSync(readFileSync(at('page.html.br'))).toString()).toContain('New lines');
  expect(brotliDecompressSync(readFileSync(at('linked.br'))).toString()).toBe(PAGE);
  write('page.html', 'short now');
  expect((await collectPage())?.compressed).toEqual([]);
  expect(existsSync(at('page.html.br'))).toBe(false);
});

test('a copy of the build takes the compressed forms over, unless one is missing', async () => {
  const before = await collectPage();
  const original = folder;
  folder = test.info().outputPath('copy');
  cpSync(original, folder, { recursive: true });
  writeFileSync(at('page.html.br'), 'as it is');
  expect((await collectPage())?.hash).toBe(before?.hash);
  expect(readFileSync(at('page.html.br'), 'utf8')).toBe('as it is');
  rmSync(at('page.html.gz'));
  rmSync(at('page.html'));
  write('page.html', PAGE);
  await collectPage();
  expect(gunzipSync(readFileSync(at('page.html.gz'))).toString()).toBe(PAGE);
});

test('a record that cannot be read counts as none', async () => {
  const before = await collectPage();
  writeFileSync(at('file-facts.json'), '{"page.html": {');
  expect(await collectPage()).toEqual(before);
});

async function collectPage() {
  const [facts] = await collect([['page.html', 'text/html']]);
  return facts;
}

function collect(files: readonly (readonly [name: string, type: string])[]) {
  return collectFileFacts(
    folder,
    files.map(([name, type]) => ({ file: at(name), type })),
  );
}

function write(name: string, content: string | Buffer): void {
  writeFileSync(at(name), content);
}

function at(name: string): string {
  return path.join(folder, name);
}
