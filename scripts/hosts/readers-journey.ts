import { expect, type Page } from 'playwright/test';

export interface JourneySite {
  readonly url: string;
  /** Of a post on which readers can do everything. */
  readonly slug: string;
  /** A mail address that may decide. */
  readonly moderator: string;
  /** The mails that were sent so far, as they came. */
  readMails(): readonly string[];
}

/** What a reader and a moderator do first, in a browser, on a site with an empty database: rejects where it cannot be done. */
export async function takeReadersJourney(page: Page, site: JourneySite): Promise<void> {
  await writeComment(page, site);
  await approveComment(page, site);
  await page.goto(`${site.url}/comments/${site.slug}`);
  await expect(page.getByRole('article').filter({ hasText: 'Well done.' })).toBeVisible();
  await subscribe(page, site);
  await sayThanks(page, site);
}

async function writeComment(page: Page, { url, slug }: JourneySite): Promise<void> {
  await page.goto(`${url}/comments/${slug}`);
  await page.getByLabel('Name').fill('Grace');
  await page.locator('textarea').fill('Well **done**.');
  const [shown = '0'] = (await page.locator('input[name="stamp"]').inputValue()).split('.');
  await expect.poll(() => Date.now() - Number(shown), { timeout: 30_000 }).toBeGreaterThan(3000);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toContainText('appears once it is approved');
}

/** With the link of the mail, and signed in. */
async function approveComment(page: Page, site: JourneySite): Promise<void> {
  await page.goto(site.url + (await findLink(site, /\/moderate\?comment=\S+/)));
  await expect(page.getByRole('article')).toContainText('Well done.');
  await page.goto(`${site.url}/moderate`);
  await page.getByLabel('Your mail address').fill(site.moderator);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.goto(site.url + (await findLink(site, /\/moderate\?token=[\w-]+/)));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('article').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('No comments here.')).toBeVisible();
}

async function subscribe(page: Page, site: JourneySite): Promise<void> {
  await page.goto(`${site.url}/by-mail`);
  await page.getByLabel('Your mail address').fill('grace@navy.example');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByRole('status')).toContainText('A mail with a link is on its way');
  await page.goto(site.url + (await findLink(site, /\/by-mail\?token=[\w.-]+/)));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('status')).toContainText('Each new post comes to you by mail');
}

async function sayThanks(page: Page, { url, slug }: JourneySite): Promise<void> {
  await page.goto(`${url}/posts/${slug}`);
  await page.getByRole('button', { name: 'Say thanks' }).click();
  // The number is what the last build knew, where the press came before the script.
  await expect(page.getByText('Thank you. It is counted.').first()).toBeVisible();
}

/** Mails go out after the answer. */
async function findLink(site: JourneySite, link: RegExp): Promise<string> {
  const find = () =>
    site
      .readMails()
      .map((mail) => link.exec(mail.replace(/=\r?\n/g, '').replaceAll('=3D', '='))?.[0])
      .find((found) => found !== undefined);
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return find() ?? '';
}
