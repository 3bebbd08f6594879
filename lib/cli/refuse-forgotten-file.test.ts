import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { ADDRESS_TABLE } from '../serve/address-table';

const REFUSAL =
  'keeps no files: what readers write would be lost. Set DATABASE_URL and DATABASE_TOKEN to those of a libSQL database.';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-host-'));
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(script: readonly string[], environment: Readonly<Record<string, string>>) {
  const env = { ...process.env, DIST_DIR: folder, CONTENT_DIR: 'e2e/readers', ...environment };
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...script], {
    ...{ env, encoding: 'utf8', timeout: 120_000 },
  });
  return { status, stderr };
}

test('a blog whose readers would write into a file that its host forgets is not built', () => {
  const { status, stderr } = run(['lib/cli/build.ts'], { NETLIFY: 'true' });
  expect(stderr).toContain(`Netlify ${REFUSAL}`);
  expect(status).toBe(1);
});

test('nor is it served, where a build without readers is', () => {
  const site = path.join(folder, 'site');
  mkdirSync(site);
  writeFileSync(path.join(site, ADDRESS_TABLE), '{}');
  const routes = path.join(site, 'app-path-routes-manifest.json');
  const start = (environment: Readonly<Record<string, string>>) =>
    run(['lib/cli/main.ts', 'start', '--port', '0'], environment);
  writeFileSync(routes, JSON.stringify({ '/moderate/page': '/moderate' }));
  expect(start({ K_SERVICE: 'blog' })).toMatchObject({ status: 1, stderr: `Cloud Run ${REFUSAL}\n` });
  // What is missing here is the rest of a build.
  const elsewhere = { K_SERVICE: 'blog', DATABASE_URL: 'libsql://db.example' };
  expect(start(elsewhere).stderr).not.toContain(REFUSAL);
  writeFileSync(routes, '{}');
  expect(start({ K_SERVICE: 'blog' }).stderr).not.toContain(REFUSAL);
});
