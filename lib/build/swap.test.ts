import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { BuildFolders } from './build-folder';
import { emptyStage, fillStage, keepStage } from './stage';
import { recoverSite, swapSite } from './swap';

function toFolders(root: string): BuildFolders {
  const folder = (name: string) => path.join(root, name);
  return {
    root,
    stage: folder('stage'),
    site: folder('site'),
    before: folder('site.old'),
    kept: path.join(root, 'cache', 'build'),
  };
}

function makeStage(folders: BuildFolders, text: string): void {
  emptyStage(folders);
  const name = path.relative(process.cwd(), folders.stage);
  mkdirSync(path.join(folders.stage, 'server', 'app'), { recursive: true });
  writeFileSync(path.join(folders.stage, 'server', 'app', 'index.html'), text);
  writeFileSync(path.join(folders.stage, 'BUILD_ID'), text);
  for (const file of ['required-server-files.json', 'required-server-files.js']) {
    writeFileSync(
      path.join(folders.stage, file),
      JSON.stringify({ config: { distDir: name }, files: [`${name}/x`] }),
    );
  }
}

const readPage = (folder: string) => readFileSync(path.join(folder, 'server', 'app', 'index.html'), 'utf8');

test('a finished build takes the place of the published one, and names its own folder', () => {
  const folders = toFolders(test.info().outputPath('root'));
  for (const text of ['first', 'second']) {
    makeStage(folders, text);
    keepStage(folders);
    swapSite(folders);
    expect(readPage(folders.site)).toBe(text);
    expect(readPage(folders.kept)).toBe(text);
  }
  expect(readdirSync(folders.root).sort()).toEqual(['cache', 'site']);
  expect(existsSync(path.join(folders.site, 'cache'))).toBe(false);
  const name = path.relative(process.cwd(), folders.site);
  const own = JSON.parse(readFileSync(path.join(folders.site, 'required-server-files.json'), 'utf8'));
  expect(own).toEqual({ config: { distDir: name }, files: [`${name}/x`] });
});

test('the next build starts from the last one and cannot write into it', () => {
  const folders = toFolders(test.info().outputPath('root'));
  makeStage(folders, 'first');
  keepStage(folders);
  swapSite(folders);
  fillStage(folders);
  expect(readPage(folders.stage)).toBe('first');
  // As Next does: in place.
  writeFileSync(path.join(folders.stage, 'BUILD_ID'), 'second');
  expect(readFileSync(path.join(folders.kept, 'BUILD_ID'), 'utf8')).toBe('first');
  expect(readFileSync(path.join(folders.site, 'BUILD_ID'), 'utf8')).toBe('first');
});

test('a build that was killed between the two moves is put back', () => {
  const folders = toFolders(test.info().outputPath('root'));
  makeStage(folders, 'first');
  swapSite(folders);
  renameSync(folders.site, folders.before);
  recoverSite(folders);
  expect(readPage(folders.site)).toBe('first');
  recoverSite(folders);
  expect(readPage(folders.site)).toBe('first');
});
