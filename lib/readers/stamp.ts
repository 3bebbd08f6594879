import { LIMITS } from './limits';
import { isEqual, makeToken, sign } from './signature';

/** A stamp for a form that is shown now: when that was, and which one it is, so that it is sent once. */
export function makeStamp(secret: string, post: string, now = Date.now()): string {
  const nonce = makeToken().slice(0, 12);
  return `${now}.${nonce}.${sign(secret, 'form', post, now, nonce)}`;
}

/** Whether a stamp was made for a form of a post. */
export function isStamp(stamp: string, post: string, secret: string): boolean {
  const [time = '', nonce = '', signature = ''] = stamp.split('.');
  return /^\d{13}$/.test(time) && isEqual(signature, sign(secret, 'form', post, Number(time), nonce));
}

/** What a stamp says against a form. */
export function findStampFault(
  stamp: string,
  post: string,
  secret: string,
): 'tooOld' | 'tooFast' | undefined {
  if (!isStamp(stamp, post, secret)) return 'tooOld';
  const age = Date.now() - Number(stamp.split('.')[0]);
  if (age > LIMITS.maxTime) return 'tooOld';
  return age < LIMITS.minTime ? 'tooFast' : undefined;
}
