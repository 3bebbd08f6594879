import { expect, type Page } from 'playwright/test';
import { commentsPath, postPath } from '@/lib/urls';
import type { Visit } from './visit';

interface Written {
  readonly name: string;
  readonly mail?: string;
  /** One line without Markdown, by which the comment is found. */
  readonly text: string;
}

/** From a post to its form: a reader looks at a comment first, sends it, and changes it to `text`. It waits for a moderator then. */
export async function writeComment(
  { page, url, slug }: Visit,
  { name, mail = '', text }: Written,
): Promise<void> {
  await page.goto(url + postPath(slug));
  await page.getByRole('link', { name: 'Read and write comments' }).click();
  await settle(page);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Mail address').fill(mail);
  await page.locator('textarea').fill('Nice **post**.\n\n```ts\nconst a = 1;\n```');
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.locator('strong')).toHaveText('post');
  await expect(preview).toBeInViewport();
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await waitForStamp(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toContainText('appears once it is approved');
  await expect(page.getByRole('status')).toBeInViewport();
  await settle(page);
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await settle(page);
  await page.locator('textarea').fill(text);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('appears once it is approved');
  await expect(page.locator('.comment-text', { hasText: text })).toBeVisible();
}

/** A signed-in author quotes the comment that has `text`, and answers it: that is published at once. */
export async function answerComment({ page, url, slug }: Visit, text: string, answer: string): Promise<void> {
  await page.goto(url + commentsPath(slug));
  await settle(page);
  await page
    .getByRole('article')
    .filter({ hasText: text })
    .first()
    .getByRole('link', { name: 'Quote' })
    .click();
  await expect(page.locator('textarea')).toHaveValue(`> ${text}\n\n`);
  await settle(page);
  await page.locator('textarea').fill(answer);
  await waitForStamp(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toContainText('is published');
}

/**
 * In `next dev` React takes over a page that has scripts: it gives a form the text that it had at first, and what was pressed before may
 * be lost.
 */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState();
  const isTakenOver = () =>
    page.evaluate(() => {
      const marks = Object.keys(document.querySelector('textarea') ?? {});
      return !('__next_f' in window) || marks.some((mark) => mark.startsWith('__react'));
    });
  await expect.poll(isTakenOver).toBe(true);
}

/** A form that is sent at once is no reader's: the time that it was shown is in it. */
export async function waitForStamp(page: Page): Promise<void> {
  const [shown = '0'] = (await page.locator('input[name="stamp"]').inputValue()).split('.');
  await expect.poll(() => Date.now() - Number(shown), { timeout: 30_000 }).toBeGreaterThan(3000);
}
