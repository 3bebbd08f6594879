import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startLibsqlServer } from '@/scripts/libsql-server';
import { waitForStamp } from '@/scripts/readers-journey/write-comment';
import { READERS } from '@/scripts/test-sites';
import { expect, test } from '../site';
import { startSession } from './session';
import { startServer } from './start-server';

test('A reader writes where the database is elsewhere, and learns it where that is away', async ({
  browser,
}) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-elsewhere-'));
  const file = path.join(folder, 'readers.db');
  const token = 'token-of-the-tests';
  const database = await startLibsqlServer({ file, token });
  const environment = {
    ...READERS.environment,
    OUTBOX: path.join(folder, 'outbox'),
    DATABASE_URL: database.url,
    DATABASE_TOKEN: token,
  };
  const own = await startServer(environment);
  const author = startSession(environment);
  const page = await browser.newPage({ baseURL: own.url });
  const write = async (text: string) => {
    await page.goto('/comments/hello');
    await page.getByLabel('Name').fill('Grace');
    await page.locator('textarea').fill(text);
    await waitForStamp(page);
  };
  const send = () => page.getByRole('button', { name: 'Send' }).click();
  try {
    await write('From afar.');
    await send();
    await expect(page.getByRole('status')).toContainText('appears once it is approved');
    const { output } = await author.run('readers', 'list', 'held');
    const [, id = ''] = /^(\S+) .*Grace/m.exec(output) ?? [];
    await author.run('readers', 'approve', id);
    await page.goto('/comments/hello');
    await expect(page.getByRole('article').filter({ hasText: 'From afar.' })).toBeVisible();

    await write('Not to be lost.');
    database.behave('broken');
    await send();
    await expect(page.getByText('Comments cannot be reached')).toBeVisible();
    await expect(page.locator('textarea')).toHaveValue('Not to be lost.');
    for (const address of ['/comments/hello', '/comments']) {
      expect((await page.goto(address))?.status()).toBe(200);
      await expect(page.getByRole('status')).toContainText('cannot be reached');
    }
    expect((await page.goto('/posts/hello'))?.status()).toBe(200);
    await page.getByRole('button', { name: 'Say thanks' }).click();
    await expect(page.getByText('This cannot be reached')).toBeVisible();

    database.behave('well');
    await page.goto('/comments/hello');
    await expect(page.getByRole('article').filter({ hasText: 'From afar.' })).toBeVisible();
  } finally {
    await page.close();
    await author.end();
    await own.stop();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
