import type { Page } from 'playwright/test';
import { searchPath } from '@/lib/urls';
import { type DevServer, expect, test } from './dev-server';

test('An author can search drafts in next dev, marked as what they are', async ({ page, server }) => {
  await searchUntil(page, server, 'secret-draft-body', /secret-draft-title.*Draft/);
});

test('An author finds a word as soon as it is saved', async ({ page, server }) => {
  server.save('posts/just-saved.md', '---\ntitle: Just saved\ndraft: true\n---\n\nA word: xylographer.\n');
  await searchUntil(page, server, 'xylographer', /Just saved/);
});

/** Searches until the first result says so: `next dev` compiles what it serves, and reloads pages that it changes. */
async function searchUntil(page: Page, server: DevServer, query: string, text: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`${server.url}${searchPath}?q=${query}`, { waitUntil: 'commit' });
    const result = page.getByRole('main').getByRole('listitem').first();
    await expect(result).toContainText(text);
  }).toPass();
}
