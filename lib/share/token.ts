import { createHmac, timingSafeEqual } from 'node:crypto';

/** A shorter secret could be guessed by trying. */
export const SHORTEST_SECRET = 32;

/** What a link to a shared draft says. */
export interface Share {
  readonly slug: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** The secret that links to drafts are signed with, `SHARE_SECRET`; undefined where it is missing or too short. */
export function getShareSecret(): string | undefined {
  const secret = process.env.SHARE_SECRET ?? '';
  return secret.length >= SHORTEST_SECRET ? secret : undefined;
}

/** The token of a link: slug, expiry, and a signature (HMAC-SHA256) over both. Safe to stand in an address. */
export function signShare(share: Share, secret: string): string {
  return `${toClaim(share)}.${sign(share, secret).toString('base64url')}`;
}

/** What a token says, if it was signed with this secret and has not expired; else undefined, for whatever reason. */
export function readShare(token: string, secret: string, now: Date): Share | undefined {
  const [, name, time, signature] = /^([\w-]{1,400})\.([1-9]\d{0,10})\.([\w-]{43})$/.exec(token) ?? [];
  if (name === undefined || time === undefined || signature === undefined) return undefined;
  const share = { slug: Buffer.from(name, 'base64url').toString('utf8'), expires: Number(time) };
  const isGenuine = timingSafeEqual(Buffer.from(signature, 'base64url'), sign(share, secret));
  // Several texts decode to the same bytes: only the one that was signed counts.
  const isExact = token === signShare(share, secret);
  return isGenuine && isExact && share.expires * 1000 > now.getTime() ? share : undefined;
}

function toClaim({ slug, expires }: Share): string {
  return `${Buffer.from(slug, 'utf8').toString('base64url')}.${expires}`;
}

function sign({ slug, expires }: Share, secret: string): Buffer {
  return createHmac('sha256', secret).update(`colophon share\0${slug}\0${expires}`).digest();
}
