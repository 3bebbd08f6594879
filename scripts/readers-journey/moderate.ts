import { expect, type Locator, type Page } from 'playwright/test';
import { moderatePath } from '@/lib/urls';
import { followMail, type Visit } from './visit';

/** Signs a moderator in with a link by mail, and gives the path of that. */
export async function signIn(visit: Visit, moderator: string): Promise<string> {
  const { page, url } = visit;
  await page.goto(url + moderatePath);
  const link = await followMail(visit, /\/moderate\?token=[\w-]+/, async () => {
    await page.getByLabel('Your mail address').fill(moderator);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByRole('status')).toContainText('If this address may moderate');
  });
  await page.goto(url + link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText(moderator)).toBeVisible();
  return link;
}

/** Approves the comment that has `text`, where the lists are shown. */
export async function approve(page: Page, text: string): Promise<void> {
  await findComment(page, text).getByRole('button', { name: 'Approve' }).click();
  await expect(findComment(page, text)).toHaveCount(0);
}

/** Refuses the comment that has `text`, by the keyboard and with a reason, finds it among the refused ones, and takes that back. */
export async function refuseAndUndo(page: Page, text: string): Promise<void> {
  const comment = findComment(page, text);
  await comment.getByLabel('Reason').fill('Not about the post.');
  await page.keyboard.press('Enter');
  await expect(comment).toHaveCount(0);
  await page.getByRole('link', { name: /^refused/ }).click();
  await expect(comment).toContainText('refused: Not about the post.');
  await comment.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: /^held/ }).click();
  await expect(comment).toHaveCount(1);
}

function findComment(page: Page, text: string): Locator {
  return page.getByRole('article').filter({ hasText: text });
}
