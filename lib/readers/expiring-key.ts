import { isEqual, sign } from './signature';

/** What a key permits: something of one kind, with one subject. */
export interface KeyScope {
  readonly secret: string;
  /** Keeps keys of one kind from being used as another. */
  readonly purpose: string;
  /** Its id. */
  readonly subject: string;
}

/** The part of a link that permits something until it expires, in milliseconds since 1970: nobody makes it without the secret. */
export function makeExpiringKey({ secret, purpose, subject }: KeyScope, expires: number): string {
  return `${expires}.${sign(secret, purpose, subject, expires)}`;
}

/** Whether a key was made for this scope, and has not expired. */
export function isExpiringKey(key: string, { secret, purpose, subject }: KeyScope, now: number): boolean {
  const [expires = '', signature = ''] = key.split('.');
  return (
    /^\d{13}$/.test(expires) &&
    isEqual(signature, sign(secret, purpose, subject, Number(expires))) &&
    Number(expires) > now
  );
}
