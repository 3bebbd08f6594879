import { isExpiringKey, type KeyScope, makeExpiringKey } from './expiring-key';
import { LIMITS } from './limits';
import type { ReadersPart } from './readers-part';
import { sendMail } from './send-mail';
import { hashToken, makeToken } from './signature';

/** The cookie of a session. Browsers take it from this host alone, over HTTPS or from this machine. */
export const SESSION_COOKIE = '__Host-moderator';

interface LinkRequest {
  /** The mail address that was typed. */
  readonly mail: string;
  /** Who asks, from `toClientAddress`. */
  readonly requester: string;
  readonly moderators: readonly string[];
  toUrl(token: string): string;
}

/**
 * Mails a link to sign in with, if the address is one of `moderators`: no more than `LIMITS.mailedLinks` for one requester in a while, and
 * `LIMITS.mails` for one moderator. To be called when the answer has been sent: how long it takes says whether the address is known.
 */
export async function mailLink(
  { store }: ReadersPart,
  { mail, requester, moderators, toUrl }: LinkRequest,
): Promise<void> {
  const since = Date.now() - LIMITS.window;
  if ((await store.countAttempt(`link ${requester}`, since)) > LIMITS.mailedLinks) return;
  const known = moderators.find((one) => one.toLowerCase() === mail.trim().toLowerCase());
  if (known === undefined) return;
  if ((await store.countAttempt(`mail ${known}`, since)) > LIMITS.mails) return;
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

/** Permits decisions on one comment, for a while, to whoever got it by mail. */
export function makeDecisionKey(secret: string, comment: string, now = Date.now()): string {
  return makeExpiringKey(toScope(secret, comment), now + LIMITS.decision);
}

export function isDecisionKey(key: string, secret: string, comment: string, now = Date.now()): boolean {
  return isExpiringKey(key, toScope(secret, comment), now);
}

function toScope(secret: string, subject: string): KeyScope {
  return { secret, purpose: 'decide', subject };
}

/** What whoever has a mail may decide. */
const BY_KEY = ['approved', 'refused', 'spam'];

/** Whether a link of a mail permits an action: to decide what nobody has decided, and to take that back at once. */
export async function isPermittedByKey({ store }: ReadersPart, id: string, action: string): Promise<boolean> {
  if (action === 'undo') return Date.now() - ((await store.findDecisionTime(id)) ?? 0) < LIMITS.undo;
  return BY_KEY.includes(action) && (await store.findComment(id))?.state === 'held';
}
