import type { IncomingMessage, ServerResponse } from 'node:http';
import send from 'send';
import type { AcceptedEncodings } from './accept-encoding';
import type { FileCache } from './file-cache';
import { prefersMarkdown } from './prefers-markdown';
import type { Representation, Representations } from './representation';
import { sendFailure } from './send-short';

/** What is sent for a request. */
export interface Sendable {
  readonly status: 200 | 404;
  /** Of the form that is not compressed. */
  readonly bytes: number;
  readonly forms: Representations;
  /** The same as Markdown, for those who ask for it. */
  readonly markdown?: Sendable;
}

/** What several requests share, and `extra` headers for this one: names and values by turns. */
export interface SendOptions {
  readonly cache: FileCache;
  readonly encodings: AcceptedEncodings;
  readonly extra: readonly string[];
}

/** Larger files are read from the disk piece by piece. */
const MAX_KEPT_BYTES = 512 * 1024;

/**
 * Answers with a finished file, in the best form that the client takes; with its headers alone where the client has it
 * already; with a part where it asks for one. Throws where the file
 * cannot be read and nothing was sent.
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  sendable: Sendable,
  { cache, encodings, extra }: SendOptions,
): void | Promise<void> {
  const { markdown } = sendable;
  const { status, bytes, forms } = markdown && prefersMarkdown(request.headers.accept) ? markdown : sendable;
  const { range, 'accept-encoding': accepted, 'if-none-match': known } = request.headers;
  const isPart = range !== undefined && status === 200;
  const form = isPart ? forms.identity : chooseForm(forms, encodings, accepted);
  if (isPart || bytes > MAX_KEPT_BYTES) return streamFile(request, response, { status, form, extra, bytes });
  if (known !== undefined && status === 200 && isKnown(known, form.etag)) {
    response.writeHead(304, [...form.unchanged, ...extra]).end();
    return;
  }
  const body = cache.get(form.file);
  if (body) return write(request, response, { status, form, extra, body });
  return cache.read(form.file).then((read) => write(request, response, { status, form, extra, body: read }));
}

interface Plan {
  readonly status: number;
  readonly form: Representation;
  readonly extra: readonly string[];
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  { status, form, extra, body }: Plan & { readonly body: Buffer },
): void {
  response.writeHead(status, [...form.headers, ...extra, 'Content-Length', String(body.length)]);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function chooseForm(
  forms: Representations,
  encodings: AcceptedEncodings,
  accepted: string | undefined,
): Representation {
  if (accepted === undefined || (!forms.br && !forms.gzip)) return forms.identity;
  const encoding = encodings.list(accepted).find((name) => forms[name] !== undefined);
  return forms[encoding ?? 'identity'] ?? forms.identity;
}

/** Whether `If-None-Match` names a version, as section 13.1.2 of RFC 9110 compares them. */
export function isKnown(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag) return true;
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/** Leaves parts and conditions to a library. Settled once the response is. */
function streamFile(
  request: IncomingMessage,
  response: ServerResponse,
  { status, form, extra, bytes }: Plan & { readonly bytes: number },
): Promise<void> {
  response.statusCode = status;
  const headers = [...form.headers, ...extra];
  for (let at = 0; at < headers.length; at += 2) response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
  return new Promise((resolve, reject) => {
    response.once('close', resolve);
    send(request, encodeURI(form.file), {
      dotfiles: 'allow',
      index: false,
      cacheControl: false,
      lastModified: false,
    })
      .on('error', ({ status: failed }: { readonly status: number }) => {
        if (failed === 416) sendFailure(response, failed, ['Content-Range', `bytes */${bytes}`]);
        else if (failed === 412) sendFailure(response, failed);
        else reject(new Error(`${form.file} cannot be read.`));
      })
      .pipe(response);
  });
}
