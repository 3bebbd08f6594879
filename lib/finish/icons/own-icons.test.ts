import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../../content/build-index';
import { readContent } from '../../content/read';
import { listOwnIcons, replaceEngineIcons, writeOwnIcons } from './own-icons';

function toBlog(folder: string) {
  return buildIndex(readContent(folder), '2026-01-01', 'public');
}

test('the icons of a blog replace those of the engine, and no file of its own', async () => {
  const build = test.info().outputPath('build');
  const own = test.info().outputPath('public');
  cpSync('public', own, { recursive: true });
  await writeOwnIcons(build, toBlog('e2e/own'));
  expect([...listOwnIcons(build, own).keys()].sort()).toEqual([
    'apple-touch-icon-precomposed.png',
    'apple-touch-icon.png',
    'favicon.ico',
  ]);
  writeFileSync(path.join(own, 'favicon.ico'), 'Mine.');
  expect(listOwnIcons(build, own).has('favicon.ico')).toBe(false);
  await replaceEngineIcons(toBlog('e2e/own'), own);
  expect(readFileSync(path.join(own, 'favicon.ico'), 'utf8')).toBe('Mine.');
  const tile = readFileSync(path.join(own, 'apple-touch-icon.png'));
  expect(tile.equals(readFileSync(path.join(build, 'icons/apple-touch-icon.png')))).toBe(true);
  expect(tile.equals(readFileSync('public/apple-touch-icon.png'))).toBe(false);
});

test('a blog without a look of its own has the files of the engine', async () => {
  const folder = test.info().outputPath('content');
  mkdirSync(path.join(folder, 'posts'), { recursive: true });
  writeFileSync(
    path.join(folder, 'site.ts'),
    "export default { title: 'Plain', url: 'https://plain.example' };\n",
  );
  const build = test.info().outputPath('build');
  await writeOwnIcons(build, toBlog('e2e/own'));
  await writeOwnIcons(build, toBlog(folder));
  expect(listOwnIcons(build, 'public').size).toBe(0);
});
