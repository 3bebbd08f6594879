import { LIMITS } from './limits';
import type { ReadersPart } from './readers-part';
import { sendMail } from './send-mail';
import { hashToken, isEqual, makeToken, sign } from './signature';

/** The cookie of a session. Browsers take it from this host alone, over HTTPS or from this machine. */
export const SESSION_COOKIE = '__Host-moderator';

/**
 * Mails a link to sign in with, if the address is one of `moderators`; the answer says nothing of whether it is. No more than
 * `LIMITS.mails` in a while.
 */
export async function mailLink(
  { store }: ReadersPart,
  {
    mail,
    moderators,
    toUrl,
  }: { readonly mail: string; readonly moderators: readonly string[]; toUrl(token: string): string },
): Promise<void> {
  const known = moderators.find((one) => one.toLowerCase() === mail.trim().toLowerCase());
  if (known === undefined) return;
  const sent = await store.countAttempt(`mail ${known}`, Date.now() - LIMITS.window);
  if (sent > LIMITS.mails) return;
  const token = makeToken();
  await store.addKey({
    hash: hashToken(token),
    kind: 'link',
    mail: known,
    expires: Date.now() + LIMITS.link,
  });
  const minutes = LIMITS.link / 60_000;
  await sendMail({
    to: known,
    subject: 'Sign in to moderate',
    text: `Open this page within ${minutes} minutes, and press the button on it:\n\n${toUrl(token)}\n\nIf you did not ask for it, do nothing.\n`,
  });
}

/** Uses up the token of a link and begins a session; its token, or undefined where the link is not valid any more. */
export async function beginSession({ store }: ReadersPart, token: string): Promise<string | undefined> {
  const mail = await store.takeKey(hashToken(token), 'link');
  if (mail === undefined) return undefined;
  const session = makeToken();
  await store.addKey({
    hash: hashToken(session),
    kind: 'session',
    mail,
    expires: Date.now() + LIMITS.session,
  });
  return session;
}

/** The address of a moderator who has a session and is one still. */
export async function findModerator(
  { store }: ReadersPart,
  session: string | undefined,
  moderators: readonly string[],
): Promise<string | undefined> {
  if (!session) return undefined;
  const mail = await store.findKey(hashToken(session), 'session');
  return mail !== undefined && moderators.includes(mail) ? mail : undefined;
}

export async function endSession({ store }: ReadersPart, session: string): Promise<void> {
  await store.takeKey(hashToken(session), 'session');
}

/** Permits decisions on one comment to whoever got it by mail. */
export function makeDecisionKey(secret: string, comment: string): string {
  return sign(secret, 'decide', comment);
}

export function isDecisionKey(key: string, secret: string, comment: string): boolean {
  return isEqual(key, makeDecisionKey(secret, comment));
}
