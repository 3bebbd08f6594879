import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';

test('npm start runs the script of the last build, and the sources once one of them has changed', () => {
  const root = test.info().outputPath();
  const source = path.join(root, 'source.txt');
  const folder = path.join(root, 'serve');
  mkdirSync(folder);
  writeFileSync(source, 'one');
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'start.js'), 'console.log("script", ...process.argv.slice(2))');
  const { size, mtimeMs } = statSync(source);
  writeFileSync(path.join(folder, 'made-from.json'), JSON.stringify({ [source]: `${size} ${mtimeMs}` }));
  expect(run(root)).toBe('script --port 0\n');
  writeFileSync(source, 'two, which is longer');
  expect(run(root)).toContain('There is no build in');
});

/** What it prints; where there is no build, it fails. */
function run(root: string): string {
  const env = { ...process.env, DIST_DIR: root };
  const options = { env, encoding: 'utf8', stdio: 'pipe' } as const;
  try {
    return execFileSync(process.execPath, ['lib/cli/start.mjs', '--port', '0'], options);
  } catch (error) {
    return String((error as { stderr: string }).stderr);
  }
}
