import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { BuildFolders } from './build-folder';
import { type BuildState, writeState } from './build-state';
import { dropStage, emptyStage, fillStage, findLastBuild, keepStage } from './stage';
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
  writeState(folders.stage, toState(text));
  for (const file of ['required-server-files.json', 'required-server-files.js']) {
    writeFileSync(
      path.join(folders.stage, file),
      JSON.stringify({ config: { distDir: name }, files: [`${name}/x`] }),
    );
  }
}

function toState(digest: string): BuildState {
  return { compileKey: 'engine', redirectsKey: '', outputs: { '/': { route: '/', digest } } };
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

for (const [what, prepare] of [
  ['where it is published, too', () => undefined],
  ['where it is not published', ({ site }: BuildFolders) => rmSync(site, { recursive: true })],
  ['where another one is published', ({ site }: BuildFolders) => writeState(site, toState('other'))],
  [
    'where a failed build used up the kept copy',
    ({ kept }: BuildFolders) => rmSync(kept, { recursive: true }),
  ],
] as const) {
  test(`the next build starts from the last one and cannot write into it, ${what}`, () => {
    const folders = toFolders(test.info().outputPath('root'));
    const { stage, site, kept } = folders;
    makeStage(folders, 'first');
    keepStage(folders);
    swapSite(folders);
    prepare(folders);
    const last = fillStage(folders);
    expect(readPage(stage)).toBe('first');
    expect(existsSync(path.join(stage, 'cache'))).toBe(true);
    expect(readFileSync(path.join(stage, 'required-server-files.json'), 'utf8')).toContain('/stage"');
    // As Next does: in place.
    writeFileSync(path.join(stage, 'BUILD_ID'), 'second');
    expect(readFileSync(path.join(last, 'BUILD_ID'), 'utf8')).toBe('first');
    for (const folder of [site, kept].filter((one) => existsSync(one)))
      expect(readFileSync(path.join(folder, 'BUILD_ID'), 'utf8')).toBe('first');
    keepStage(folders);
    swapSite(folders);
    expect([site, kept].map((one) => readFileSync(path.join(one, 'BUILD_ID'), 'utf8'))).toEqual([
      'second',
      'second',
    ]);
  });
}

test('without a kept copy and a published site there is no last build', () => {
  const folders = toFolders(test.info().outputPath('root'));
  expect(findLastBuild(folders)).toBeUndefined();
  makeStage(folders, 'first');
  expect(findLastBuild(folders)).toBeUndefined();
  keepStage(folders);
  expect(findLastBuild(folders)).toBe(folders.kept);
  swapSite(folders);
  rmSync(folders.kept, { recursive: true });
  expect(findLastBuild(folders)).toBe(folders.site);
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

test('a stage that comes to nothing leaves the published build, from which the next one starts', () => {
  const folders = toFolders(test.info().outputPath('root'));
  makeStage(folders, 'first');
  keepStage(folders);
  swapSite(folders);
  fillStage(folders);
  expect(existsSync(folders.kept)).toBe(false);
  writeFileSync(path.join(folders.stage, 'BUILD_ID'), 'begun');
  dropStage(folders);
  expect([folders.stage, folders.site, folders.kept].map((one) => existsSync(one))).toEqual([
    false,
    true,
    true,
  ]);
  expect(readPage(folders.kept)).toBe('first');
  expect(readFileSync(path.join(folders.kept, 'BUILD_ID'), 'utf8')).toBe('first');
  const names = readFileSync(path.join(folders.kept, 'required-server-files.json'), 'utf8');
  expect(names).toContain(`${path.relative(process.cwd(), folders.stage)}/x`);
});
