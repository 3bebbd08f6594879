/** What a request asks for, as far as its first line says. */
export interface RequestTarget {
  /** Path as it was sent, percent-encoded. */
  readonly encoded: string;
  /** The same path, decoded; undefined where it is no percent-encoded UTF-8. */
  readonly decoded: string | undefined;
  /** The query with its question mark, or nothing. */
  readonly search: string;
}

/** Longer addresses are refused; browsers and proxies draw the line near it (RFC 9110, 4.1 asks for 8,000). */
export const MAX_TARGET_LENGTH = 8192;

const ORIGIN = /^https?:\/\/[^/?#]*/i;

/** Reads the target of a request; the status where it cannot be answered: 400 or 414. */
export function readRequestTarget(url: string): RequestTarget | 400 | 414 {
  if (url.length > MAX_TARGET_LENGTH) return 414;
  const path = toUtf8(url).replace(ORIGIN, '').replace(/#.*$/s, '');
  const [encoded = ''] = path.split('?', 1);
  if (!encoded.startsWith('/')) return 400;
  const decoded = decode(encoded);
  // Control characters have no place in an address, and one of them ends a file name.
  if (decoded !== undefined && /\p{Cc}/u.test(decoded)) return 400;
  return { encoded, decoded, search: path.slice(encoded.length) };
}

/** Files that are asked for at the root of a host, whatever is below it (RFC 9309, RFC 8615). */
const OF_THE_HOST = /^\/(robots\.txt|favicon\.ico|\.well-known\/.+)$/;

/** What is asked for of a site below `base`; undefined for what is beside it. */
export function withoutBase(target: RequestTarget, base: string): RequestTarget | undefined {
  const { encoded, decoded } = target;
  if (base === '' || OF_THE_HOST.test(encoded)) return target;
  if (encoded !== base && !encoded.startsWith(`${base}/`)) return undefined;
  const strip = (path: string) => path.slice(base.length) || '/';
  return { ...target, encoded: strip(encoded), decoded: decoded && strip(decoded) };
}

/** Node hands over the bytes of characters that should have been percent-encoded one by one. */
function toUtf8(url: string): string {
  return /[\x80-\xff]/.test(url) ? Buffer.from(url, 'latin1').toString('utf8') : url;
}

function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\ufffd') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
