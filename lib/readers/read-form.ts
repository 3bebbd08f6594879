import { LIMITS } from './limits';

/** What was sent, or the status with which it is refused. */
export type ReadForm =
  | { readonly ok: true; readonly fields: URLSearchParams }
  | { readonly ok: false; readonly status: 403 | 413 | 415 };

/**
 * The fields of a form that a page of this site sent. Refused: what another site sent, or nobody knows who; what is no form; what is
 * larger than `LIMITS.bytes`, of which no more is read.
 */
export async function readForm(request: Request, siteUrl: string): Promise<ReadForm> {
  if (!isFromSite(request, siteUrl)) return { ok: false, status: 403 };
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
    return { ok: false, status: 415 };
  const text = await readText(request);
  return text === undefined ? { ok: false, status: 413 } : { ok: true, fields: new URLSearchParams(text) };
}

/** Browsers say where a form comes from (`Origin`, RFC 6454); a page of a strict policy may send `null`, and says it otherwise. */
export function isFromSite({ headers }: Request, siteUrl: string): boolean {
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return headers.get('sec-fetch-site') === 'same-origin';
  if (origin === new URL(siteUrl).origin) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function readText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > LIMITS.bytes) return undefined;
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LIMITS.bytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
