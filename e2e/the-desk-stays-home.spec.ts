import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DEMO, FIXTURES } from '@/scripts/test-sites';
import { expect, test } from './site';

/** Words that the code for authors has and nothing else: in names of classes, in addresses, in paths of files. */
const MARKS = [
  'author-bar',
  'desk-table',
  'colophon-live',
  'View as reader',
  '/desk/inspect',
  '/live/tree',
  'dataset.open',
  'components/dev/',
  'lib/dev/',
  '.dev.ts',
];

/** What a build keeps for the next one, and maps, which quote the line that imports such code in development only. */
const PRIVATE = /^(cache|dev|trace[^/]*)(\/|$)|\.map$/;

test.describe('What is for authors alone', { tag: '@fixtures' }, () => {
  test('has marks by which it can be found', () => {
    const files = ['app', 'components', 'lib'].flatMap((area) =>
      listFiles(area)
        .map((file) => `${area}/${file}`)
        .filter((file) => /\/dev\/|\.dev\./.test(file)),
    );
    const code = files.map((file) => `${file}\n${readFileSync(file, 'utf8')}`).join('\n');
    expect(MARKS.filter((mark) => !code.includes(mark))).toEqual([]);
  });

  for (const { name, folder } of [DEMO, FIXTURES]) {
    test(`is in no file of a build (${name})`, { tag: '@builds' }, () => {
      const files = listFiles(folder).filter((file) => !PRIVATE.test(file));
      expect(files.length).toBeGreaterThan(100);
      const found = files.flatMap((file) => {
        const bytes = readFileSync(path.join(folder, file));
        return MARKS.filter((mark) => bytes.includes(mark)).map((mark) => `${file}: ${mark}`);
      });
      expect(found).toEqual([]);
    });
  }

  test('answers nobody', { tag: '@server' }, async ({ request }) => {
    for (const address of [
      '/desk',
      '/desk/inspect?path=/',
      '/live',
      '/live/show?pattern=0',
      '/live/tree?pattern=0',
    ]) {
      expect((await request.get(address)).status(), address).toBe(404);
    }
    // Finished files answer no form, wherever it is sent.
    expect((await request.post('/desk/open', { data: {} })).status()).toBe(405);
  });
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => file.split(path.sep).join('/'));
}
