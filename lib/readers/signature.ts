import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A signature of parts, which nobody makes without the secret; `purpose` keeps those of one kind from being used as another. */
export function sign(secret: string, purpose: string, ...parts: readonly (string | number)[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('base64url');
}

/** Whether two texts are the same, in a time that says nothing of where they differ. */
export function isEqual(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** A name that nobody guesses. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url');
}

/** What is kept of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
