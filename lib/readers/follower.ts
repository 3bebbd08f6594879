import { isExpiringKey, type KeyScope, makeExpiringKey } from './expiring-key';
import { sign } from './signature';

/**
 * Where it stands that somebody who gave a mail address has answers by mail: their comment waits for approval, the address is asked to
 * confirm it, or it has confirmed.
 */
export const FOLLOWER_STATES = ['waiting', 'asked', 'confirmed'] as const;

export type FollowerState = (typeof FOLLOWER_STATES)[number];

/** Somebody who has the answers in their threads by mail, or wants to. */
export interface Follower {
  /** Nobody guesses it: whoever has it can end the mails. */
  readonly id: string;
  readonly mail: string;
  readonly state: FollowerState;
  /** When they last wrote with the address or, after that, were mailed a link to confirm it. */
  readonly asked: number;
  readonly confirmed?: number;
}

/** The same for a mail address at all times, so that links of old mails hold. */
export function toFollowerId(secret: string, mail: string): string {
  return sign(secret, 'follower', mail).slice(0, 24);
}

/** The part of a link that confirms a mail address until it expires. */
export function makeFollowKey(secret: string, id: string, expires: number): string {
  return makeExpiringKey(toScope(secret, id), expires);
}

export function isFollowKey(key: string, secret: string, id: string, now = Date.now()): boolean {
  return isExpiringKey(key, toScope(secret, id), now);
}

function toScope(secret: string, subject: string): KeyScope {
  return { secret, purpose: 'follow', subject };
}
