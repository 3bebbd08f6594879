import { expect, type Page } from 'playwright/test';

/** A browser, with scripts or without, on a site where readers can do everything. */
export interface Visit {
  readonly page: Page;
  /** Where the site is served, without a path. */
  readonly url: string;
  /** Of a post that takes comments, thanks and subscriptions. */
  readonly slug: string;
  /** The mails that were sent so far, in any order. */
  readMails(): readonly string[];
}

/** The path of a link in a mail that comes while `act` is done or soon after: mails go out after the answer. */
export async function followMail(
  { readMails }: Visit,
  link: RegExp,
  act: () => Promise<unknown>,
): Promise<string> {
  const find = () => readMails().flatMap((mail) => link.exec(toText(mail))?.[0] ?? []);
  const before = new Set(find());
  await act();
  const findNew = () => find().find((found) => !before.has(found));
  await expect.poll(findNew, { timeout: 30_000 }).toBeDefined();
  return findNew() ?? '';
}

/** A mail without the ends of lines and the signs that its encoding adds (quoted-printable). */
function toText(mail: string): string {
  return mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
}
