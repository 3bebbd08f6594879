import { searchPath } from '@/lib/urls';
import { expect, test } from './dev-server';

test('An author can search drafts in next dev, marked as what they are', async ({ page, server }) => {
  await page.goto(`${server.url}${searchPath}?q=hush-draft-body`);
  const result = page.getByRole('main').getByRole('listitem').filter({ hasText: 'hush-draft-title' });
  await expect(result).toContainText('Draft', { timeout: 60_000 });
});

test('An author finds a word as soon as it is saved', async ({ page, server }) => {
  server.save('posts/just-saved.md', '---\ntitle: Just saved\ndraft: true\n---\n\nA word: xylographer.\n');
  await page.goto(`${server.url}${searchPath}?q=xylographer`);
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Just saved', {
    timeout: 60_000,
  });
});
