import { expect } from 'playwright/test';
import { postPath } from '@/lib/urls';
import { followMail, type Visit } from './visit';

/** Asks for new posts by mail at the end of a post; the path of the link that confirms it. */
export async function askForMails(visit: Visit, mail: string): Promise<string> {
  const { page, url, slug } = visit;
  await page.goto(url + postPath(slug));
  return followMail(visit, /\/by-mail\?token=[\w.-]+/, async () => {
    const form = page.getByRole('region', { name: 'New posts by mail' });
    await form.getByLabel('Your mail address').fill(mail);
    await form.getByRole('button', { name: 'Subscribe' }).click();
    await expect(page.getByRole('status')).toContainText('A mail with a link is on its way');
  });
}

/** A press on the page that the link opens: opening it alone confirms nothing. */
export async function confirmMails({ page, url }: Visit, link: string): Promise<void> {
  await page.goto(url + link);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('status')).toContainText('Each new post comes to you by mail');
}

/** A person follows the link with which each mail, the one to confirm among them, can be answered: no more come. */
export async function endMails({ page, url }: Visit, link: string): Promise<void> {
  await page.goto(url + link);
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(page.getByRole('status')).toContainText('No more mails come to you.');
}
