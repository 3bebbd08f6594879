import { LIMITS } from './limits';

/** A database would keep the text before it alone. */
const NUL = /%00|\0/g;

/** What was sent, or the status with which it is refused. */
export type ReadForm =
  | { readonly ok: true; readonly fields: URLSearchParams }
  | { readonly ok: false; readonly status: 403 | 408 | 413 | 415 };

/**
 * The fields of a form that a page of this site sent. Refused: what another site sent, or nobody knows who; what is no form; what is
 * larger than `LIMITS.bytes`, of which no more is read; what takes longer than `time` milliseconds to arrive.
 */
export async function readForm(
  request: Request,
  siteUrl: string,
  time: number = LIMITS.arrival,
): Promise<ReadForm> {
  return isFromSite(request, siteUrl) ? readFields(request, time) : { ok: false, status: 403 };
}

/** The same for a form that anybody may send. */
export async function readFields(request: Request, time: number = LIMITS.arrival): Promise<ReadForm> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
    return { ok: false, status: 415 };
  const text = await readText(request, time);
  return typeof text === 'number'
    ? { ok: false, status: text }
    : { ok: true, fields: new URLSearchParams(text.replace(NUL, '')) };
}

/** Browsers say where a form comes from (`Origin`, RFC 6454); a page of a strict policy may send `null`, and says it otherwise. */
export function isFromSite({ headers }: Request, siteUrl: string): boolean {
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return headers.get('sec-fetch-site') === 'same-origin';
  if (origin === new URL(siteUrl).origin) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** What was sent as text, or the status with which it is refused: for what programs of others may send, too. */
export async function readText(
  { headers, body }: Request,
  time: number = LIMITS.arrival,
): Promise<string | 408 | 413> {
  if (Number(headers.get('content-length') ?? 0) > LIMITS.bytes) return 413;
  const reader = body?.getReader();
  if (!reader) return '';
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reader.cancel().catch(() => undefined);
  }, time);
  try {
    const decoder = new TextDecoder();
    let [text, bytes] = ['', 0];
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      bytes += piece.value.byteLength;
      if (bytes > LIMITS.bytes) {
        await reader.cancel();
        return 413;
      }
      text += decoder.decode(piece.value, { stream: true });
    }
    return isLate ? 408 : text + decoder.decode();
  } finally {
    clearTimeout(timer);
  }
}
