import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Store } from '../lib/readers/store';
import { findNewsletter } from '../lib/readers/store-newsletters';
import { askForSubscription, confirmSubscription } from '../lib/readers/store-subscribers';
import { startSmtpServer } from './smtp-server';

const SUBSCRIBERS = 1000;

/**
 * `npx tsx scripts/kill-newsletter.ts 20`: a newsletter of the tests goes to a thousand subscribers, and what sends it is killed so often
 * at random moments and started again. Nobody may get it twice, and each who has not got it is counted as interrupted.
 */
async function killNewsletter([times = '20']: readonly string[]): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-newsletter-'));
  // A server takes a while, so that moments differ in what is on its way.
  const server = await startSmtpServer(async () => {
    await wait(Math.random() * 10);
    return undefined;
  });
  process.env.DATABASE_URL = `file:${path.join(folder, 'readers.db')}`;
  const store = await Store.open();
  for (let number = 0; number < SUBSCRIBERS; number += 1) {
    const id = `subscriber-${String(number).padStart(8, '0')}`;
    await askForSubscription(store, { id, mail: `reader${number}@b.example`, section: '' });
    await confirmSubscription(store, id, { section: '' });
  }
  for (let number = 0; number < Number(times); number += 1) {
    const before = server.mails.length;
    const child = start(server.url);
    const ended = once(child, 'exit');
    while (server.mails.length === before && child.exitCode === null) await wait(1);
    await wait(Math.random() * 200);
    child.kill('SIGKILL');
    await ended;
  }
  const [code] = await once(start(server.url), 'exit');
  const counts = (await findNewsletter(store, 'hello'))?.counts;
  store.close();
  const received = server.mails.map(({ to }) => to);
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  const twice = received.length - new Set(received).size;
  const lost = SUBSCRIBERS - (counts?.sent ?? 0) - (counts?.sending ?? 0);
  console.info(
    `${times} kills: ${received.length} received of ${SUBSCRIBERS}, ${twice} twice, ${lost} lost, ${counts?.sending} interrupted`,
  );
  return code === 0 && twice === 0 && lost === 0;
}

function start(smtpUrl: string): ChildProcess {
  const args = ['newsletter', 'send', 'hello', '--yes', '--per-minute', '100000'];
  return spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', ...args], {
    stdio: 'ignore',
    env: {
      ...{ ...process.env, CONTENT_DIR: 'e2e/readers', SMTP_URL: smtpUrl },
      MAIL_FROM: 'Ada <ada@ada.example>',
    },
  });
}

process.exitCode = (await killNewsletter(process.argv.slice(2))) ? 0 : 1;
