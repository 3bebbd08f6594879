import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'playwright/test';
import { runScript, toEnvironment } from '../../e2e/commands/run-script';
import { keepEnvironment } from '../../scripts/keep-environment';
import { type SmtpServer, startSmtpServer } from '../../scripts/smtp-server';
import { emptyProcessCaches } from '../cache/process-cache';
import { writeContent, writePost } from '../content/write-content';
import { Store } from '../readers/store';
import { askForSubscription, confirmSubscription } from '../readers/store-subscribers';
import { newsletter } from './newsletter';

keepEnvironment();

const SITE = (more = 'subscriptions: true') =>
  `export default { title: 'T', url: 'https://ada.example', readers: { moderators: ['a@b.example'], ${more} } };\n`;
const NUMBER = 40;
const MAILS = Array.from({ length: NUMBER }, (_, place) => `reader${place}@b.example`).sort();

let folder: string;
let server: SmtpServer | undefined;

test.beforeEach(async () => {
  // The database of the test before.
  emptyProcessCaches();
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-newsletter-'));
  const posts = {
    'posts/hello.md': writePost(),
    'posts/draft.md': writePost(['title: Draft', 'draft: true']),
  };
  Object.assign(process.env, {
    CONTENT_DIR: writeContent({ 'site.ts': SITE(), ...posts }),
    DATABASE_URL: `file:${path.join(folder, 'readers.db')}`,
    OUTBOX: path.join(folder, 'outbox'),
    TODAY: '2026-11-22',
  });
});

test.afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function subscribe(mails: readonly string[]): Promise<void> {
  const store = await Store.open();
  for (const mail of mails) {
    await askForSubscription(store, { id: `id-of-${mail}`, mail, section: '' });
    await confirmSubscription(store, `id-of-${mail}`, { section: '' });
  }
  store.close();
}

const readOutbox = () =>
  existsSync(path.join(folder, 'outbox')) ? readdirSync(path.join(folder, 'outbox')) : [];

async function call(args: readonly string[], answers?: string) {
  const [input, output, error] = [new PassThrough(), new PassThrough(), new PassThrough()];
  input.end(answers ?? '');
  const terminal = { input: Object.assign(input, { isTTY: answers !== undefined }), output, error };
  const code = await newsletter(args, terminal);
  const [printed, errors] = [String(output.read() ?? ''), String(error.read() ?? '')];
  return { code, output: printed, errors, shown: `${printed}${errors}` };
}

/** A command as in a terminal, in a process of its own. */
const run = (...args: string[]) =>
  runScript('lib/cli/main.ts', process.env as Record<string, string>, ['newsletter', ...args]);

test('shows a mail and to how many it goes, sends one to look at, and sends all when that is said', async () => {
  await subscribe(MAILS.slice(0, 2));
  const preview = await call(['preview', 'hello']);
  expect(preview.shown).toContain('It would go to 2 subscribers.');
  expect(readFileSync(path.join(folder, 'outbox/hello.html'), 'utf8')).toContain(
    '<p style="margin:0 0 1em">Words.</p>',
  );
  expect(readFileSync(path.join(folder, 'outbox/hello.txt'), 'utf8')).toContain('# Hello\n\nWords.');
  const one = await call(['send', 'draft', '--to', 'ada@ada.example']);
  expect(one.shown).toContain('Sent to ada@ada.example.');
  expect(readOutbox()).toHaveLength(3);
  const asked = await call(['send', 'hello']);
  expect(asked.shown).toContain('Nothing was sent. --yes sends it.');
  expect(asked.code).toBe(1);
  expect(readOutbox()).toHaveLength(3);
  const sent = await call(['send', 'hello', '--yes']);
  expect(sent.shown).toContain('Sent to 2 subscribers.');
  expect(readOutbox()).toHaveLength(5);
  const again = await call(['send', 'hello', '--yes']);
  expect(again.shown).toContain('2 sent, 0 to go, 0 refused.');
  expect(again.code).toBe(0);
  expect(readOutbox()).toHaveLength(5);
});

test('asks where somebody can answer, and refuses what cannot be sent', async () => {
  await subscribe(MAILS.slice(0, 1));
  expect((await call(['send', 'hello'], 'n\n')).errors).toContain('Nothing was sent.');
  expect(readOutbox()).toEqual([]);
  expect((await call(['send', 'hello'], 'y\n')).output).toContain('Sent to 1 subscriber.');
  for (const [args, code, message] of [
    [['send', 'draft', '--yes'], 1, 'is not published'],
    [['send', 'none', '--yes'], 1, 'There is no post "none"'],
    [['send', 'hello', '--to', 'a@b.example, c@d.example'], 2, 'is no mail address'],
    [['send', 'hello', '--per-minute', '0'], 2, 'is not a number of mails'],
    [['drop', 'hello'], 2, 'is nothing that can be done'],
    [['send'], 2, 'What is missing'],
  ] as const) {
    const refused = await call(args);
    expect(refused.code, args.join(' ')).toBe(code);
    expect(refused.errors).toContain(message);
  }
  process.env.SMTP_URL = 'smtp://127.0.0.1:9';
  await expect(call(['send', 'hello', '--yes'])).rejects.toThrow('MAIL_FROM is missing');
  process.env.CONTENT_DIR = writeContent({ 'site.ts': SITE('thanks: true'), 'posts/hello.md': writePost() });
  expect((await call(['send', 'hello'])).errors).toContain('Nobody can subscribe');
  expect(readOutbox()).toHaveLength(1);
});

test('what is killed while it sends goes on, and nobody gets a mail twice', async () => {
  await subscribe(MAILS);
  server = await startSmtpServer(async (command) => {
    if (command === 'DATA') await wait(5);
    return undefined;
  });
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'ada@ada.example' });
  const send = ['newsletter', 'send', 'hello', '--yes', '--per-minute', '100000'];
  for (const number of [7, 15]) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', ...send], {
      env: toEnvironment({}),
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await expect
      .poll(() => server?.mails.length, { timeout: 60_000, intervals: [2] })
      .toBeGreaterThan(number);
    child.kill('SIGKILL');
    await ended;
  }
  const last = await run(...send.slice(1));
  expect(last.status, last.output).toBe(0);
  const received = server.mails.map(({ to }) => to).sort();
  expect(new Set(received).size).toBe(received.length);
  expect(received.length).toBeLessThanOrEqual(NUMBER);
  // Three at most were on their way at each of the two moments.
  const { shown } = await call(['preview', 'hello']);
  const [, sent = '', interrupted = '0'] =
    /(\d+) sent, 0 to go, 0 refused\.(?: (\d+) interrupted)?/.exec(shown) ?? [];
  expect(Number(sent) + Number(interrupted), shown).toBe(NUMBER);
  expect(Number(interrupted)).toBeLessThanOrEqual(6);
  expect(received.length).toBeGreaterThanOrEqual(Number(sent));
});
