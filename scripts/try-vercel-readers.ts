import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright/test';
import { BROWSER_FLAGS, findBrowser } from './browser';
import { takeReadersJourney } from './hosts/readers-journey';
import { serveVercelOutput } from './hosts/vercel-output';
import { startLibsqlServer } from './libsql-server';
import { startSmtpServer } from './smtp-server';

const TOKEN = 'token-of-the-tests';

/**
 * `npx tsx scripts/try-vercel-readers.ts <copy>`: serves what `vercel build` wrote into a copy of the project whose content is
 * `e2e/readers`, with a database elsewhere and a mail server, and does there what readers and moderators do. For the build
 * `DATABASE_URL` may name a database that is away.
 */
async function tryReaders(project: string): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-vercel-readers-'));
  const database = await startLibsqlServer({ file: path.join(folder, 'readers.db'), token: TOKEN });
  const smtp = await startSmtpServer();
  const environment = {
    ...{ DATABASE_URL: database.url, DATABASE_TOKEN: TOKEN },
    ...{ SMTP_URL: smtp.url, MAIL_FROM: 'Ada <ada@ada.example>' },
  };
  const host = await serveVercelOutput(path.join(project, '.vercel/output'), { project, environment });
  const executablePath = findBrowser('shell');
  const browser = await chromium.launch({
    args: BROWSER_FLAGS,
    ...(executablePath !== undefined && { executablePath }),
  });
  try {
    // `localhost`, where browsers take cookies that are for HTTPS.
    await takeReadersJourney(await browser.newPage(), {
      ...{ url: host.url.replace('127.0.0.1', 'localhost'), slug: 'hello', moderator: 'ada@ada.example' },
      readMails: () => smtp.mails.map(({ message }) => message),
    });
    console.info(
      `Done, with ${database.countRequests()} requests to the database and ${smtp.mails.length} mails.`,
    );
  } finally {
    await browser.close();
    await host.stop();
    await smtp.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [project] = process.argv.slice(2);
if (project === undefined) throw new Error('Name the copy in which `vercel build` ran.');
await tryReaders(path.resolve(project));
