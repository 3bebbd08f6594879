import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { BuildFolders } from './build-folder';
import { writeState } from './build-state';
import type { NextStep } from './run-next';
import { emptyStage, keepStage } from './stage';
import { startNext } from './start-next';
import { swapSite } from './swap';

/** A root folder with a build that ended well, compiled from `engine`. */
function makeBuild(): BuildFolders {
  const root = test.info().outputPath('root');
  const folder = (name: string) => path.join(root, name);
  const folders = {
    ...{ root, stage: folder('stage'), site: folder('site'), before: folder('site.old') },
    kept: path.join(root, 'cache', 'build'),
  };
  emptyStage(folders);
  mkdirSync(path.join(folders.stage, 'server'), { recursive: true });
  writeFileSync(path.join(folders.stage, 'server', 'page.html'), 'last');
  writeState(folders.stage, { compileKey: 'engine', redirectsKey: '', outputs: {} });
  for (const name of ['required-server-files.json', 'required-server-files.js'])
    writeFileSync(path.join(folders.stage, name), '{}');
  keepStage(folders);
  swapSite(folders);
  return folders;
}

function start(folders: BuildFolders, compileKey: string, isFull = false) {
  const steps: NextStep[] = [];
  const started = startNext({ folders, compileKey, redirectsKey: '', isFull }, async (step) => {
    steps.push(step);
  });
  expect(steps).toEqual([started?.step]);
  return started;
}

const readStage = ({ stage }: BuildFolders) => readFileSync(path.join(stage, 'server', 'page.html'), 'utf8');

test('where nothing that is compiled in changed, the generator starts from the last build', () => {
  const folders = makeBuild();
  expect(start(folders, 'engine')).toMatchObject({ step: 'generate', last: { folder: folders.site } });
  expect(readStage(folders)).toBe('last');
});

for (const [what, compileKey, isFull] of [
  ['where something that is compiled in changed', 'another engine', false],
  ['where everything is asked for, though nothing changed', 'engine', true],
] as const) {
  test(`the bundler starts, with nothing of the last build, ${what}`, () => {
    const folders = makeBuild();
    expect(start(folders, compileKey, isFull)).toEqual({ step: 'compile', done: expect.any(Promise) });
    expect(() => readStage(folders)).toThrow('ENOENT');
  });
}
