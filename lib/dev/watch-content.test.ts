import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { loadContent } from '../content/posts';
import { countChanges, countSettledChanges, watchContent } from './watch-content';

keepEnvironment();

for (const [way, interval] of [
  ['as the system reports them', ''],
  ['by looking at the files, as a network disk needs', '40'],
]) {
  test(`changes are reported ${way}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'colophon-watch-'));
    const file = path.join(folder, 'posts/a/index.md');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'one');
    process.env.CONTENT_DIR = folder;
    process.env.WATCH_POLL = interval;
    const reported = new Set<string>();
    const stop = watchContent((files) => {
      for (const name of files) reported.add(name);
    });
    const save = async (name: string, change: () => void) => {
      await expect(async () => {
        change();
        await expect.poll(() => reported, { timeout: 1_000 }).toContain(name);
      }).toPass();
      reported.clear();
    };
    let count = 0;
    await save('posts/a/index.md', () => writeFileSync(file, `saved ${++count}`));
    // A page that is made now may show some of it alone; one made later shows all.
    await expect
      .poll(() => {
        writeFileSync(file, `saved ${++count}`);
        return countChanges() - countSettledChanges();
      })
      .toBeGreaterThan(0);
    await expect.poll(() => countChanges() - countSettledChanges()).toBe(0);
    await save('posts/a/index.md', () => {
      writeFileSync(`${file}.swp`, `renamed into place ${++count}`);
      renameSync(`${file}.swp`, file);
    });
    await save('posts/b.md', () => writeFileSync(path.join(folder, 'posts/b.md'), `new ${++count}`));
    rmSync(path.join(folder, 'posts/b.md'));
    await expect.poll(() => reported).toContain('posts/b.md');
    // Deleted and made again before anybody looks, and moved away and back.
    reported.clear();
    for (const _ of [1, 2, 3]) {
      rmSync(path.dirname(file), { recursive: true });
      mkdirSync(path.dirname(file));
      writeFileSync(file, `made again ${++count}`);
      await expect.poll(() => reported).toContain('posts/a/index.md');
      reported.clear();
      await save('posts/a/index.md', () => writeFileSync(file, `saved ${++count}`));
      renameSync(path.dirname(file), `${folder}-away`);
      renameSync(`${folder}-away`, path.dirname(file));
      await save('posts/a/index.md', () => writeFileSync(file, `saved ${++count}`));
    }
    stop();
    rmSync(folder, { recursive: true });
  });
}

test('a post that is a link to a file elsewhere changes with that file', async () => {
  // Not in the project, where the bundler would follow what has no end.
  const root = mkdtempSync(path.join(tmpdir(), 'colophon-links-'));
  const [folder, vault] = [path.join(root, 'linked'), path.join(root, 'vault')];
  for (const name of [path.join(folder, 'posts'), vault]) mkdirSync(name, { recursive: true });
  const target = path.join(vault, 'note.md');
  writeFileSync(target, 'one');
  symlinkSync(target, path.join(folder, 'posts/early.md'));
  process.env.CONTENT_DIR = folder;
  process.env.WATCH_POLL = '';
  const reported = new Set<string>();
  const stop = watchContent((files) => {
    for (const name of files) reported.add(name);
  });
  const links = ['posts/early.md', 'posts/late.md'];
  symlinkSync(target, path.join(folder, 'posts/late.md'));
  // Neither has an end.
  symlinkSync('self', path.join(folder, 'posts/self'));
  symlinkSync('..', path.join(folder, 'posts/loop'));
  await expect.poll(() => [...reported]).toEqual(expect.arrayContaining(['posts/late.md', 'posts/loop']));
  for (const save of [
    () => writeFileSync(target, 'two'),
    () => {
      writeFileSync(`${target}.new`, 'three');
      renameSync(`${target}.new`, target);
    },
    () => writeFileSync(target, 'four'),
  ]) {
    reported.clear();
    save();
    await expect.poll(() => [...reported]).toEqual(expect.arrayContaining(links));
  }
  stop();
  rmSync(root, { recursive: true });
});

test('who watches one folder says nothing of another', () => {
  const [watched, other] = ['watched', 'other'].map((name) => test.info().outputPath(name)) as [
    string,
    string,
  ];
  for (const folder of [watched, other]) mkdirSync(path.join(folder, 'posts'), { recursive: true });
  const write = (name: string) =>
    writeFileSync(path.join(other, name), '---\ntitle: A\ndescription: B.\ndate: 2026-01-01\n---\nC.\n');
  const listOther = () => [...loadContent('author').postsBySlug.keys()].sort();
  process.env.CONTENT_DIR = watched;
  const stop = watchContent(() => undefined);
  expect(loadContent('author').root).toBe(watched);
  process.env.CONTENT_DIR = other;
  write('posts/one.md');
  expect(listOther()).toEqual(['one']);
  write('posts/two.md');
  expect(listOther()).toEqual(['one', 'two']);
  stop();
});
