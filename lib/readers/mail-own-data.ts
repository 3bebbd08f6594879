import { formatMessage, type Strings } from '../site/strings/messages';
import { LIMITS } from './limits';
import { toMailAddress } from './mail-address';
import type { ReadersPart } from './readers-part';
import { sendMail } from './send-mail';
import { hashToken, makeToken } from './signature';
import { findOwn, isNothing } from './store-own';

interface DataRequest {
  /** The mail address that was typed. */
  readonly mail: string;
  /** Who asks, from `toClientAddress`. */
  readonly requester: string;
  readonly strings: Strings;
  toUrl(token: string): string;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Mails a link to what is kept of a mail address, if anything is: a few for one requester in a while, and for one address in a
 * day. To be called when the answer has been sent: how long it takes says whether the address is known.
 */
export async function mailOwnDataLink(
  { store }: ReadersPart,
  { mail, requester, strings, toUrl }: DataRequest,
): Promise<void> {
  const now = Date.now();
  if ((await store.countAttempt(`link ${requester}`, now - LIMITS.window)) > LIMITS.mailedLinks) return;
  const to = toMailAddress(mail);
  if (to === undefined || isNothing(await findOwn(store, { mail: to }))) return;
  if ((await store.countAttempt(`data ${to}`, now - DAY)) > LIMITS.mails) return;
  const token = makeToken();
  await store.addKey({ hash: hashToken(token), kind: 'data', mail: to, expires: now + LIMITS.link });
  const [lead, end] = (['ownDataMail', 'ignoreMail'] as const).map((name) => formatMessage(strings, name));
  await sendMail({
    to,
    subject: formatMessage(strings, 'ownData'),
    text: `${lead}\n\n${toUrl(token)}\n\n${end}\n`,
  });
}
