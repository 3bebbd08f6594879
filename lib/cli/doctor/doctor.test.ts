import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { Site } from '../../site/site';
import { checkAddress } from './check-address';
import { checkBrowser } from './check-browser';
import { checkDisk } from './check-disk';
import { checkNode } from './check-node';
import { checkPackages } from './check-packages';
import { checkReaders } from './check-readers';
import { checkSecrets } from './check-secrets';
import { checkSettings } from './check-settings';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('refuses a Node.js that is too old, by its number', () => {
  expect(checkNode('20.9.0', '>=20.9').state).toBe('ok');
  expect(checkNode('100.0.0', '>=20.9').state).toBe('ok');
  expect(checkNode('20.8.1', '>=20.9')).toMatchObject({
    state: 'error',
    message: expect.stringContaining('20.8.1'),
  });
  expect(checkNode('9.11.2', '>=20.9').state).toBe('error');
});

test('compares the packages with the lock file', () => {
  expect(checkPackages(folder)).toMatchObject({ state: 'error', remedy: 'Run `npm ci`.' });
  writeLock('package-lock.json', { next: '16.0.0', only: '1.0.0' });
  writeLock('node_modules/.package-lock.json', { next: '15.0.0', only: '1.0.0' });
  expect(checkPackages(folder).message).toBe(
    'Missing, or of another version than in package-lock.json: next.',
  );
  writeLock('node_modules/.package-lock.json', { next: '16.0.0', only: '1.0.0', further: '1.0.0' });
  expect(checkPackages(folder).state).toBe('ok');
});

test('names place and reason of a mistake in the settings', () => {
  expect(checkSettings(path.join(folder, 'none')).diagnosis).toMatchObject({ state: 'error' });
  expect(checkSettings(folder).diagnosis.state).toBe('ok');
  write('site.ts', "export default {\n  timeZone: 'Mars/Olympus',\n};\n");
  const { diagnosis, site } = checkSettings(folder);
  expect(diagnosis).toMatchObject({
    state: 'error',
    message: expect.stringMatching(/site\.ts:2:\d+ .*timeZone/),
  });
  expect(site).toBeUndefined();
});

test('reports addresses that readers cannot use', () => {
  const stateOf = (address: string) => checkAddress(address).state;
  expect(['http://localhost:3000', 'http://127.0.0.1', 'https://blog.example.com'].map(stateOf)).toEqual(
    Array(3).fill('warning'),
  );
  expect(stateOf('http://ada.dev')).toBe('warning');
  expect(['https://ada.dev', 'https://localhost.dev', 'https://example.dev'].map(stateOf)).toEqual([
    'ok',
    'ok',
    'ok',
  ]);
});

test('finds secrets that are short, easily guessed, or in the repository', () => {
  const stateOf = (secret?: string) => checkSecrets(folder, secret)[0]?.state;
  expect(stateOf(undefined)).toBe('ok');
  expect(stateOf('short')).toBe('error');
  expect(stateOf('a'.repeat(40))).toBe('warning');
  expect(stateOf('kqS0vX3dYb7mZr1tLw9cNf5hJg2pQe8u')).toBe('ok');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('init');
  write('.env.example', 'SHARE_SECRET=');
  write('.env', 'SHARE_SECRET=x');
  expect(checkSecrets(folder, undefined)[1]?.state).toBe('ok');
  git('add', '-A');
  expect(checkSecrets(folder, undefined)[1]).toMatchObject({
    state: 'error',
    message: 'Everybody who has the repository can read .env.',
  });
});

test('reports a disk that is full or closed', () => {
  const builds = path.join(folder, 'not', 'yet');
  expect(checkDisk(builds, 5 * 1024 ** 3).state).toBe('ok');
  expect(checkDisk(builds, 500 * 1024 ** 2)).toMatchObject({
    state: 'warning',
    message: expect.stringContaining('500 MB'),
  });
  expect(checkDisk(builds, 1024).state).toBe('error');
  if (process.getuid?.() === 0) return;
  chmodSync(folder, 0o500);
  expect(checkDisk(builds).state).toBe('error');
  chmodSync(folder, 0o700);
});

test('finds a browser on the path, and one that is named wrongly', () => {
  expect(checkBrowser({ PATH: '' }).state).toMatch(/ok|warning/);
  expect(checkBrowser({ CHROMIUM_PATH: path.join(folder, 'none') }).state).toBe('error');
  write('chromium', '');
  expect(checkBrowser({ PATH: folder })).toMatchObject({
    state: 'ok',
    message: path.join(folder, 'chromium'),
  });
});

function writeLock(file: string, versions: Record<string, string>): void {
  const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]);
  write(file, JSON.stringify({ packages: Object.fromEntries(packages) }));
}

function write(file: string, text: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

test('names what keeps mails from being sent and the database from being reached', () => {
  const readers = { moderators: ['ada@ada.example'] } as unknown as NonNullable<Site['readers']>;
  const look = (environment: Record<string, string>) =>
    checkReaders({ readers }, environment).map(({ state, message }) => [state, message]);
  expect(checkReaders({}, { SMTP_URL: 'nonsense' })).toEqual([]);
  expect(look({})).toEqual([
    ['ok', 'SMTP_URL is not set: mails are written as files'],
    ['ok', 'DATABASE_URL is not set: a file in .data'],
  ]);
  const lost = 'Vercel keeps no files: what readers write would be lost.';
  expect(look({ VERCEL: '1' })[1]).toEqual(['error', lost]);
  expect(look({ VERCEL: '1', DATABASE_URL: 'file:.data/readers.db' })[1]).toEqual(['error', lost]);
  const [smtp, turso] = ['smtps://ada:secret@mail.example', 'libsql://blog.turso.example'];
  expect(look({ SMTP_URL: smtp, DATABASE_URL: turso })).toEqual([
    ['error', 'MAIL_FROM is missing.'],
    ['warning', 'at blog.turso.example, and DATABASE_TOKEN is not set'],
  ]);
  expect(look({ SMTP_URL: smtp, MAIL_FROM: 'Ada', DATABASE_URL: 'blog.turso.example' })).toEqual([
    ['error', 'MAIL_FROM has no mail address: Ada'],
    ['error', 'DATABASE_URL is not the address of a database.'],
  ]);
  const sound = {
    SMTP_URL: smtp,
    MAIL_FROM: 'Ada <ada@ada.example>',
    DATABASE_URL: turso,
    DATABASE_TOKEN: 't',
  };
  expect(look(sound)).toEqual([
    ['ok', 'sent by mail.example, from ada@ada.example'],
    ['ok', 'at blog.turso.example'],
  ]);
  expect(look({ SMTP_URL: 'mail.example:25', DATABASE_URL: 'file:x.db' })[0]?.[0]).toBe('error');
});
