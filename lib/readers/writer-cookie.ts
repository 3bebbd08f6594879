import { LIMITS } from './limits';
import { hashToken, makeToken, sign } from './signature';
import { isStamp } from './stamp';
import type { Store } from './store';

/** The cookie by which a writer can change what they wrote; it is set when somebody writes, and read by the comments alone. */
export const WRITER_COOKIE = 'writer';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** The token that a browser sent, or a new one: of a form that is sent twice the same. */
export function toWriterToken(
  sent: string | undefined,
  { stamp, post, secret }: { readonly stamp: string; readonly post: string; readonly secret: string },
): string {
  if (sent !== undefined && /^[\w-]{32}$/.test(sent)) return sent;
  return isStamp(stamp, post, secret) ? sign(secret, 'writer', stamp).slice(0, 32) : makeToken();
}

interface CookieOptions {
  /** Where the comments are. */
  readonly path: string;
  readonly isSecure: boolean;
  /** In seconds; 0 removes it. */
  readonly age?: number;
}

/** `Set-Cookie` for a token. */
export function formatWriterCookie(
  token: string,
  { path, isSecure, age = YEAR_IN_SECONDS }: CookieOptions,
): string {
  const secure = isSecure ? '; Secure' : '';
  return `${WRITER_COOKIE}=${token}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}

/** Whether the holder of a token wrote a comment, a short while ago. */
export async function canEdit(
  store: Store,
  comment: { readonly id: string; readonly created: number } | undefined,
  token: string | undefined,
): Promise<boolean> {
  if (!comment || !token || Date.now() - comment.created > LIMITS.editing) return false;
  return (await store.findWriter(comment.id)) === hashToken(token);
}
