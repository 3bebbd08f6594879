import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { recordShowcase } from '../../scripts/showcase';
import { checkContent } from '../checks/check-content';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { init } from './init';
import { readShowcase } from './showcase';

keepEnvironment();

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-init-'));
  cpSync('content', folder, { recursive: true });
  process.env.CONTENT_DIR = folder;
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const FLAGS = ['--title', "Ada's notes", '--url', 'https://ada.example', '--author', 'Ada Marlowe'];

test('the showcase is as it was recorded', () => {
  const cost =
    'Each blog that keeps or removed a file of content has a conflict in it when it merges this change. ' +
    'Where it is worth that, npx tsx scripts/showcase.ts records it anew.';
  expect(recordShowcase(), cost).toEqual(readShowcase());
});

test('an empty blog takes the place of the showcase, without an error or a warning', async () => {
  expect((await call(FLAGS)).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['authors.yml', 'posts', 'site.ts']);
  expect(readdirSync(path.join(folder, 'posts'))).toEqual(['first-post']);
  const index = buildIndex(readContent(folder), '2026-01-01', 'public');
  expect(await checkContent(index)).toEqual([]);
  expect(index.site).toMatchObject({
    title: "Ada's notes",
    url: 'https://ada.example',
    author: 'ada-marlowe',
  });
});

test('what somebody wrote or changed stays, and a second time changes nothing', async () => {
  writeFileSync(path.join(folder, 'posts/mine.md'), '---\ntitle: Mine\ndraft: true\n---\n');
  writeFileSync(path.join(folder, 'tags.yml'), 'Mine:\n');
  writeFileSync(path.join(folder, 'posts/code-blocks/notes.md'), 'A note.');
  expect((await call(FLAGS)).code).toBe(0);
  expect(readFileSync(path.join(folder, 'tags.yml'), 'utf8')).toBe('Mine:\n');
  expect(existsSync(path.join(folder, 'posts/mine.md'))).toBe(true);
  expect(readdirSync(path.join(folder, 'posts/code-blocks'))).toEqual(['notes.md']);
  const before = readdirSync(folder, { recursive: true });
  const again = await call(FLAGS);
  expect(again).toMatchObject({ code: 1, error: expect.stringContaining('set up already') });
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

const HOSTILE: readonly (readonly [what: string, args: readonly string[]])[] = [
  ['no address', ['--title', 'A', '--author', 'A']],
  ['a name without letters', ['--title', 'A', '--url', 'https://a.example', '--author', '!!!']],
  ['an address without a protocol', ['--title', 'A', '--url', 'a.example', '--author', 'A']],
  ['a script as address', ['--title', 'A', '--url', 'javascript:alert(1)', '--author', 'A']],
  ['an unknown language', [...FLAGS, '--language', '../x']],
  ['an unknown time zone', [...FLAGS, '--time-zone', 'Mars/Olympus']],
];

for (const [what, args] of HOSTILE) {
  test(`${what} is refused and changes nothing`, async () => {
    const before = readdirSync(folder, { recursive: true });
    expect((await call(args)).code).not.toBe(0);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
}

test('a title is text, whatever is in it', async () => {
  const title = `'; process.exit(1) //\\ \${x} <b>`;
  expect((await call(['--title', title, ...FLAGS.slice(2)])).code).toBe(0);
  const index = buildIndex(readContent(folder), '2026-01-01', 'public');
  expect(index.problems).toEqual([]);
  expect(index.site.title).toBe(title);
});

test('the longest name makes an id that can be read again', async () => {
  expect((await call([...FLAGS, '--author', 'Ada '.repeat(500)])).code).toBe(0);
  expect(buildIndex(readContent(folder), '2026-01-01', 'public').problems).toEqual([]);
});

async function call(args: readonly string[]): Promise<{ code: number; error: string }> {
  const [output, error] = [new PassThrough(), new PassThrough()];
  const code = await init(args, { input: Readable.from([]), output, error });
  return { code, error: String(error.read() ?? '') };
}
