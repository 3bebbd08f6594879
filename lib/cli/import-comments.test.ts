import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { writeContent } from '../content/write-content';
import { Store } from '../readers/store';
import { exportComments } from '../readers/store-transfer';
import { importFile } from './import-comments';

keepEnvironment();

const DISQUS = path.resolve('lib/readers/import/fixtures/disqus.xml');

let folder = '';
let store: Store;

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'colophon-import-'));
  process.env.CONTENT_DIR = writeContent({
    'site.ts': "export default { title: 'T', url: 'https://blog.example' };\n",
    'posts/hello.md': '---\ntitle: Hello\ndate: 2015-03-01\nid: kept\n---\n\nHello.\n',
  });
  process.env.DATABASE_URL = `file:${path.join(folder, 'readers.db')}`;
  store = await Store.open();
});

test.afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(process.env.CONTENT_DIR ?? '', { recursive: true, force: true });
});

test('shows what an import would add, and adds it once', async () => {
  const dry = await run({ isDry: true });
  expect(dry.output.split('\n')).toEqual([
    'Disqus: 2 threads, 10 comments of posts found.',
    '  12 → hello, by its address: https://old.example/posts/hello/?utm_source=x',
    'No post, and so left out (--map <old>=<slug> says which it is):',
    '  1: https://old.example/2014/02/a-gone-page.html',
    'Left out, deleted: 1',
    'Left out, without a date: 1',
    'Left out, without a text: 1',
    expect.stringContaining('HTML that became text or a link: '),
    'Dry run: nothing was added.',
    '',
  ]);
  expect(await exportComments(store)).toEqual([]);
  expect((await run()).output).toContain('10 comments added, 0 were there already.');
  const [first] = await exportComments(store);
  const mapped = await run({ maps: ['https://old.example/2014/02/a-gone-page.html=hello'] });
  expect(mapped.output).toContain('1 comments added, 10 were there already.');
  expect((await exportComments(store)).map(({ post }) => post)).toEqual(
    Array.from({ length: 11 }, () => first?.post),
  );
});

test('reads a map from a file, leaves out what it says, and refuses a post that is none', async () => {
  const map = path.join(folder, 'map.txt');
  writeFileSync(map, '# old = new\n\n/posts/hello/ =\n/2014/02/a-gone-page = /posts/hello\n');
  expect((await run({ maps: [map] })).output).toContain('1 comments added');
  const slip = await run({ maps: ['/posts/hello=helo'] });
  expect(slip).toMatchObject({ code: 1, error: 'The map names what is no post: helo.\n' });
  expect((await run({ maps: ['=x'] })).error).toContain('write old=new');
});

test('adds nothing of a file that ends early', async () => {
  const file = path.join(folder, 'cut.xml');
  writeFileSync(file, readFileSync(DISQUS, 'utf8').replace('</disqus>', ''));
  const cut = await run({ file });
  expect(cut.code).toBe(1);
  expect(cut.error).toContain('ends too early');
  expect(await exportComments(store)).toEqual([]);
});

async function run(options: Partial<Parameters<typeof importFile>[1]> = {}) {
  const [output, error] = [new PassThrough(), new PassThrough()];
  const terminal = { input: new PassThrough(), output, error };
  const given = { file: DISQUS, maps: [], authors: [], isDry: false, ...options };
  const code = await importFile(store, given, terminal);
  return { code, output: String(output.read() ?? ''), error: String(error.read() ?? '') };
}
