import type { IncomingMessage, ServerResponse } from 'node:http';
import { toPathBelow } from '../finish/move-below';
import { AcceptedEncodings } from './accept-encoding';
import { type AddressTable, type Answer, type Requested, readAddressTable } from './address-table';
import { FileCache } from './file-cache';
import { createFinder, type Finder, type Found } from './find-answer';
import { Renderer } from './renderer';
import { toRepresentations } from './representation';
import { type RequestTarget, readRequestTarget, withoutBase } from './request-target';
import { type Sendable, type SendOptions, sendAnswer } from './send-answer';
import { sendElsewhere, sendFailure, sendRedirect } from './send-short';

/** Of files asked for lately: the compressed pages of some thousand posts. */
const MAX_CACHE_BYTES = 48 * 1024 * 1024;

/** Spellings of addresses that were asked for; a client can think of any number. */
const MAX_KNOWN_URLS = 20_000;

const READING = 'GET, HEAD, OPTIONS';

/** A build that is served. What it answers does not change, whatever becomes of the folder it was made in. */
export class ServedSite {
  readonly #folder: string;
  readonly #table: AddressTable;
  readonly #find: Finder;
  readonly #renderer: Renderer;
  readonly #cache = new FileCache(MAX_CACHE_BYTES);
  readonly #encodings = new AcceptedEncodings();
  readonly #sendables = new Map<Answer, Sendable>();
  readonly #byUrl = new Map<string, Sendable>();

  /** `folder` holds the build and its address table. Throws where there is none. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#table = readAddressTable(folder);
    this.#find = createFinder(this.#table);
    this.#renderer = new Renderer(folder);
  }

  /**
   * Answers a request, whatever it asks for; `extra` are headers to go with it, names and values by turns. A promise where
   * something has to be waited for; it fails where nothing could be sent.
   */
  respond(
    request: IncomingMessage,
    response: ServerResponse,
    extra: readonly string[],
  ): void | Promise<void> {
    const { method = 'GET', url = '' } = request;
    const isRead = method === 'GET' || method === 'HEAD';
    const known = isRead && this.#byUrl.get(url);
    if (known) return sendAnswer(request, response, known, this.#toOptions(extra));
    const asked = readRequestTarget(url);
    if (typeof asked === 'number') return sendFailure(response, asked);
    const target = withoutBase(asked, this.#table.base);
    if (method === 'TRACE') return sendFailure(response, 405, ['Allow', READING]);
    const found: Found = target ? this.#find(target) : { kind: 'missing' };
    if (asked.encoded === '/' && this.#table.base !== '' && isRead)
      return sendElsewhere(response, this.#table.base, extra);
    if (found.kind === 'unreadable') return sendFailure(response, 400);
    if (found.kind === 'requested' && (isRead || !found.route.isPage)) {
      return this.#render(request, response, { route: found.route, extra });
    }
    if (method === 'OPTIONS') return sendFailure(response, 204, ['Allow', READING]);
    if (!isRead) return sendFailure(response, 405, ['Allow', READING, 'Connection', 'close']);
    if (found.kind === 'redirect')
      return sendRedirect(response, toPathBelow(found.location, this.#table.base), extra);
    if (found.kind !== 'answer') return this.#sendMissing(request, response, { extra, target });
    const sendable = this.#toSendable(found.answer, 200, target?.decoded);
    if (this.#byUrl.size < MAX_KNOWN_URLS) this.#byUrl.set(url, sendable);
    return sendAnswer(request, response, sendable, this.#toOptions(extra));
  }

  /** Frees what the build holds; requests that are still open fail. */
  async close(): Promise<void> {
    await this.#renderer.stop();
  }

  #render(
    request: IncomingMessage,
    response: ServerResponse,
    { route, extra }: { readonly route: Requested; readonly extra: readonly string[] },
  ): Promise<void> {
    return this.#renderer.respond(request, response, {
      base: this.#table.base,
      headers: this.#table.headers[route.headers] ?? {},
      extra,
      sendMissing: () => this.#sendMissing(request, response, { extra }),
    });
  }

  #sendMissing(
    request: IncomingMessage,
    response: ServerResponse,
    { extra, target }: { readonly extra: readonly string[]; readonly target?: RequestTarget | undefined },
  ) {
    const { missing, missingBelow } = this.#table;
    const [, first = ''] = target?.decoded?.split('/') ?? [];
    const sendable = this.#toSendable(missingBelow?.[`/${first}`] ?? missing, 404);
    return sendAnswer(request, response, sendable, this.#toOptions(extra));
  }

  #toOptions(extra: readonly string[]): SendOptions {
    return { cache: this.#cache, encodings: this.#encodings, extra };
  }

  #toSendable(answer: Answer, status: 200 | 404 = 200, address = ''): Sendable {
    const known = this.#sendables.get(answer);
    if (known) return known;
    const exported = `${address}.md`;
    const markdown = status === 200 ? this.#table.answers[exported] : undefined;
    const sendable: Sendable = {
      status,
      bytes: answer.bytes,
      forms: toRepresentations(answer, this.#folder, this.#headersOf(answer), markdown !== undefined),
      ...(markdown && {
        markdown: {
          status,
          bytes: markdown.bytes,
          forms: toRepresentations(
            markdown,
            this.#folder,
            {
              ...this.#headersOf(markdown),
              'Content-Location': this.#table.base + exported.split('/').map(encodeURIComponent).join('/'),
            },
            true,
          ),
        },
      }),
    };
    this.#sendables.set(answer, sendable);
    return sendable;
  }

  #headersOf({ headers }: Answer): Readonly<Record<string, string>> {
    return this.#table.headers[headers] ?? {};
  }
}
