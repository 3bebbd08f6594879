import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { emptyProcessCaches } from '../cache/process-cache';
import { writeContent, writePost } from '../content/write-content';
import { todayIn } from '../dates';
import { Store } from '../readers/store';
import { importReads } from '../readers/store-read-numbers';
import { readers } from './readers';

keepEnvironment();

let folder: string;

test.beforeEach(() => {
  emptyProcessCaches();
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-reads-'));
  process.env.CONTENT_DIR = writeContent({ 'posts/hello.md': writePost() });
  process.env.DATABASE_URL = `file:${path.join(folder, 'readers.db')}`;
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function call(...args: string[]) {
  const [input, output, error] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await readers(args, { input: Object.assign(input, { isTTY: false }), output, error });
  return { code, output: String(output.read() ?? ''), errors: String(error.read() ?? '') };
}

test('shows what was read, with the name that a post has now, and nothing that moves a cursor', async () => {
  const store = await Store.open();
  const day = todayIn('UTC', new Date());
  const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  await importReads(store, [
    { day, kind: 'post', name: 'hello', number: 4 },
    { day: before, kind: 'post', name: 'hello', number: 8 },
    { day: '', kind: 'post', name: 'hello', number: 1000 },
    { day, kind: 'host', name: '', number: 3 },
    { day, kind: 'search', name: '\u001b[2J\u202Egone\nnow', number: 1 },
  ]);
  const { code, output } = await call('reads');
  expect(code).toBe(0);
  expect(output).toMatch(/^ +12 +12 +1012 {2} {28}█▄ {2}hello$/m);
  expect(output).toMatch(/^ +3 +3 +3 .*█ {2}others$/m);
  expect(output).toMatch(/^ +1 +1 +1 .*█ {2}\[2J gone now$/m);
  for (const sign of ['\u001b', '\u202E']) expect(output).not.toContain(sign);
  const file = path.join(folder, 'all.json');
  expect((await call('export', file)).code).toBe(0);
  expect((await call('import', file, '--dry-run')).output).toContain('5 numbers of reads. Dry run');
  expect((await call('import', file)).output).toContain('0 numbers of reads added');
  const copy = path.join(folder, 'copy.db');
  expect((await call('backup', copy)).code).toBe(0);
  expect((await call('restore', copy)).errors).toContain(
    '0 subscribers and 1012 reads, which would be replaced',
  );
  store.close();
});

test('names what is missing', async () => {
  expect((await call('list')).errors).toContain('What is missing: a state, an id or a file.');
  expect((await call()).errors).toContain('What is missing: what to do.');
  expect((await call('read', 'x')).errors).toContain('"read" is nothing that can be done.');
});
