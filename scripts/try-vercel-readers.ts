import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright/test';
import { BROWSER_FLAGS, findBrowser } from './browser';
import { serveVercelOutput } from './hosts/vercel-output';
import { startLibsqlServer } from './libsql-server';
import { takeReadersJourney } from './readers-journey/take-readers-journey';
import { startSmtpServer } from './smtp-server';

const TOKEN = 'token-of-the-tests';

/**
 * `npx tsx scripts/try-vercel-readers.ts <copy>`: serves what `vercel build` wrote into a copy of the project whose content is
 * `e2e/readers`, with a database elsewhere and a mail server, and does there in a browser, without scripts and with them, what readers
 * and moderators do. For the build `DATABASE_URL` may name a database that is away.
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
    for (const [javaScriptEnabled, reader] of [
      [false, 'Alan'],
      [true, 'Grace'],
    ] as const) {
      const [requests, mails] = [database.countRequests(), smtp.mails.length];
      const page = await browser.newPage({ javaScriptEnabled });
      await takeReadersJourney(
        {
          // `localhost`, where browsers take cookies that are for HTTPS.
          ...{ page, url: host.url.replace('127.0.0.1', 'localhost'), slug: 'hello' },
          readMails: () => smtp.mails.map(({ message }) => message),
        },
        { reader, moderator: 'ada@ada.example' },
      );
      await page.close();
      console.info(
        `${javaScriptEnabled ? 'With' : 'Without'} scripts: ${database.countRequests() - requests} requests to the database, ` +
          `${smtp.mails.length - mails} mails.`,
      );
    }
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
