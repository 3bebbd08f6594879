import { formatMessage, type Strings } from '../site/strings/messages';
import { LIMITS } from './limits';
import type { ReadersPart } from './readers-part';
import { sendMail } from './send-mail';
import { askForSubscription } from './store-subscribers';
import { type Choice, makeConfirmation, toSubscriberId } from './subscriber';

interface Confirmation {
  /** From `toMailAddress`. */
  readonly mail: string;
  readonly choice: Choice;
  /** Title of the site. */
  readonly site: string;
  readonly strings: Strings;
  toConfirmUrl(token: string): string;
  toEndUrl(subscriber: string): string;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Mails a link with which a subscription is confirmed: a few for one address in a day. To be called when the answer has been sent: how
 * long it takes says whether the address is known.
 */
export async function mailConfirmation(
  { store, secret }: ReadersPart,
  { mail, choice, site, strings, toConfirmUrl, toEndUrl }: Confirmation,
): Promise<void> {
  const now = Date.now();
  if ((await store.countAttempt(`subscribe ${mail}`, now - DAY)) > LIMITS.confirmations) return;
  const id = await askForSubscription(store, { id: toSubscriberId(secret, mail), mail, ...choice }, now);
  const token = makeConfirmation(secret, id, { choice, expires: now + LIMITS.confirming });
  const lead = formatMessage(strings, 'confirmationMail', { site });
  await sendMail({
    ...{ to: mail, subject: `${formatMessage(strings, 'byMail')}: ${site}`, unsubscribe: toEndUrl(id) },
    text: `${lead}\n\n${toConfirmUrl(token)}\n\n${formatMessage(strings, 'ignoreMail')}\n`,
  });
}
