import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { decodeBody } from './decode-body';
import { type Network, PUBLIC_NETWORK } from './network';

/** What is taken from a stranger's server. Times in milliseconds. */
export const FETCH_LIMITS = { bytes: 1024 * 1024, headers: 16 * 1024, time: 10_000, redirects: 5, url: 2000 };

/** Why nothing was fetched: for good, or because of what may be otherwise later. */
export type FetchFault = 'forbidden' | 'redirects' | 'type' | 'slow' | 'unreachable';

export class FetchError extends Error {
  constructor(
    readonly fault: FetchFault,
    message: string,
  ) {
    super(message);
  }
}

export interface FetchedPage {
  readonly status: number;
  /** Where it was in the end. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Media type, in small letters. */
  readonly type: string;
  readonly text: string;
  /** True where there is more than `FETCH_LIMITS.bytes`, which was not read. */
  readonly isCut: boolean;
}

export interface FetchOptions {
  /** Who asks. */
  readonly siteUrl: string;
  readonly network?: Network;
  /** Milliseconds for all of it. */
  readonly time?: number;
  /** True: of what is neither a page nor text the headers are taken. */
  readonly takesAll?: boolean;
  /** A form that is sent, instead of asking for a page; of the answer only the status is looked at, and no redirect is followed. */
  readonly form?: URLSearchParams;
}

/**
 * Fetches an address that a stranger named. Each address is checked after its name was resolved, the one that is connected to, and
 * again after each redirect; size, time and redirects are limited. Throws a `FetchError` where it cannot, or may not, be fetched.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(options.time ?? FETCH_LIMITS.time);
  let url = toUrl(address);
  for (let redirects = 0; redirects <= FETCH_LIMITS.redirects; redirects += 1) {
    const response = await request(url, options, signal);
    const { location } = response.headers;
    const status = response.statusCode ?? 0;
    if (options.form || !REDIRECTS.includes(status) || location === undefined)
      return await readPage(response, url, { ...options, signal });
    response.destroy();
    url = toUrl(location, url);
  }
  throw new FetchError('redirects', `${address} redirects more than ${FETCH_LIMITS.redirects} times`);
}

const REDIRECTS = [301, 302, 303, 307, 308];

function toUrl(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.href.length > FETCH_LIMITS.url ||
    url.username + url.password
  )
    throw new FetchError('forbidden', `${address.slice(0, 200)} is no address of a page`);
  return url;
}

function request(
  url: URL,
  { siteUrl, network = PUBLIC_NETWORK, form }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { request: send } = url.protocol === 'https:' ? https : http;
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    // A number is not looked up by Node, so that nothing else would check it.
    if (isIP(host) !== 0 && !network.permits(host, port)) return reject(toForbidden(url));
    const body = form?.toString();
    const sent = send(url, {
      method: body === undefined ? 'GET' : 'POST',
      agent: false,
      signal,
      maxHeaderSize: FETCH_LIMITS.headers,
      lookup: toLookup(url, port, network),
      headers: {
        'User-Agent': `Colophon (Webmention; +${siteUrl})`,
        Accept: 'text/html, application/xhtml+xml;q=0.9, application/json;q=0.5, text/plain;q=0.5',
        'Accept-Encoding': 'identity',
        ...(body !== undefined && {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': Buffer.byteLength(body),
        }),
      },
    });
    sent.on('response', resolve);
    sent.on('error', (error) => reject(toFault(error, url)));
    sent.end(body);
  });
}

/** Names are resolved here, and what is checked is what is connected to: a name that means something else a moment later changes nothing. */
function toLookup(url: URL, port: number, network: Network): LookupFunction {
  return (host, options, callback) => {
    network.resolve(host).then(
      (found) => {
        const permitted = found.filter(({ address }) => network.permits(address, port));
        const [first] = permitted;
        if (!first) callback(toForbidden(url), '');
        else if (options.all) callback(null, [...permitted]);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, ''),
    );
  };
}

function toForbidden({ host }: URL): FetchError {
  return new FetchError('forbidden', `${host} is not on the public web`);
}

function toFault(error: unknown, { host }: URL): FetchError {
  if (error instanceof FetchError) return error;
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError')
    return new FetchError('slow', `${host} takes too long`);
  return new FetchError('unreachable', `${host} cannot be reached (${code ?? message})`);
}

const TYPES = /^(text\/(html|plain)|application\/(xhtml\+xml|json|[\w.-]+\+json))$/;

async function readPage(
  response: IncomingMessage,
  url: URL,
  { form, takesAll = false, signal }: FetchOptions & { readonly signal: AbortSignal },
): Promise<FetchedPage> {
  const { statusCode: status = 0, headers } = response;
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';', 1);
  const found = { status, url: url.href, headers, type: type.trim() };
  const isRead = TYPES.test(found.type) && /^(identity)?$/.test(headers['content-encoding'] ?? '');
  if (form || status < 200 || status > 299 || (takesAll && !isRead)) {
    response.destroy();
    return { ...found, text: '', isCut: false };
  }
  if (!isRead) {
    response.destroy();
    throw new FetchError('type', `${url.host} answers with neither a page nor text`);
  }
  const { bytes, isCut } = await readBytes(response, url, signal);
  return { ...found, text: decodeBody(bytes, headers['content-type'] ?? ''), isCut };
}

async function readBytes(response: IncomingMessage, url: URL, signal: AbortSignal) {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      size += piece.length;
      if (size > FETCH_LIMITS.bytes) break;
    }
  } catch (error) {
    throw toFault(signal.aborted ? signal.reason : error, url);
  }
  return { bytes: Buffer.concat(pieces).subarray(0, FETCH_LIMITS.bytes), isCut: size > FETCH_LIMITS.bytes };
}
