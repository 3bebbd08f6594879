import { expect } from 'playwright/test';
import { commentsPath } from '@/lib/urls';
import { approve, refuseAndUndo, signIn } from './moderate';
import { sayThanks } from './say-thanks';
import { askForMails, confirmMails, endMails } from './subscribe';
import { tryToSendElsewhere } from './try-to-send-elsewhere';
import { followMail, type Visit } from './visit';
import { answerComment, writeComment } from './write-comment';

interface People {
  /** Who writes and subscribes; nobody of the name has done it before. */
  readonly reader: string;
  /** A mail address that may decide. */
  readonly moderator: string;
}

/** What a reader, a subscriber, a moderator and an author do on a site whose comments are all decided: rejects where it cannot be done. */
export async function takeReadersJourney(visit: Visit, { reader, moderator }: People): Promise<void> {
  const { page, url, slug } = visit;
  const text = `Well done, says ${reader}.`;
  const notice = await followMail(visit, /\/moderate\?comment=\S+/, () =>
    writeComment(visit, { name: reader, text }),
  );
  await tryToSendElsewhere(visit);
  await page.goto(url + notice);
  await expect(page.getByRole('article')).toContainText(text);
  await signIn(visit, moderator);
  await refuseAndUndo(page, text);
  await approve(page, text);
  await answerComment(visit, text, `Thank you, ${reader}.`);
  await subscribe(visit, `${reader.toLowerCase()}@navy.example`);
  await sayThanks(visit);
  await page.goto(url + commentsPath(slug));
  await expect(page.getByText(`Thank you, ${reader}.`)).toBeVisible();
}

async function subscribe(visit: Visit, mail: string): Promise<void> {
  let link = '';
  const end = await followMail(visit, /\/by-mail\/end\?subscriber=[\w-]+/, async () => {
    link = await askForMails(visit, mail);
  });
  await confirmMails(visit, link);
  await endMails(visit, end);
}
