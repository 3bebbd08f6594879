import type { IncomingMessage, ServerResponse } from 'node:http';
import { finishPage, type Tools } from '../finish-page';

/** What a build leaves for a page that is made on request: a module of Next's, called for each request. */
export interface Entry {
  handler(request: IncomingMessage, response: ServerResponse, context: unknown): Promise<unknown>;
}

/** What finishing takes, as it can be written into a file: client modules by id, style sheets by path. */
export interface Parts {
  readonly modules: Readonly<Record<string, string>>;
  readonly sheets: Readonly<Record<string, string>>;
  /** The finished page for addresses that do not exist. */
  readonly notFound: string;
}

const NOT_SHOWN = 'This page cannot be shown.';

/**
 * The same entry, with its pages finished as a build finishes others. Where nothing is found, what goes out is the page
 * that any address gets which does not exist; Next's own would be empty until the framework fills it. Whatever is not a
 * page goes out as it comes.
 */
export function finishAnswers<Module extends Entry>(entry: Module, parts: Parts): Module;
export function finishAnswers<Module extends Entry>(entry: Promise<Module>, parts: Parts): Promise<Module>;
export function finishAnswers(entry: Entry | Promise<Entry>, parts: Parts): Entry | Promise<Entry> {
  // Next's modules come later where they wait for others.
  if (entry instanceof Promise) return entry.then((ready) => finishAnswers(ready, parts));
  const tools = toTools(parts);
  return {
    ...entry,
    handler(request, response, context) {
      // Without this header Next streams metadata whatever `htmlLimitedBots` says.
      request.headers['user-agent'] ||= 'unknown';
      holdBack(response, (html) =>
        response.statusCode === 404 ? parts.notFound : finishPage(html, tools).html,
      );
      return entry.handler(request, response, context);
    },
  };
}

function toTools({ modules, sheets }: Parts): Tools {
  const files = new Map(Object.entries(sheets).map(([href, sheet]) => [href, Buffer.from(sheet)]));
  return {
    modules: new Map(Object.entries(modules)),
    readAsset(href) {
      const sheet = files.get(href.replace(/[?#].*$/, ''));
      if (sheet === undefined) throw new Error(`a style sheet that the build has no file for: ${href}`);
      return sheet;
    },
    sources: {},
  };
}

/** Lets nothing of an answer out before it is whole, and then what `finish` makes of it. */
function holdBack(response: ServerResponse, finish: (html: string) => string): void {
  const { write, end, flushHeaders } = response;
  const chunks: Buffer[] = [];
  const keep = ([chunk, encoding]: readonly unknown[]) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, toEncoding(encoding)));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  Object.assign(response, {
    flushHeaders() {},
    write(...args: unknown[]) {
      keep(args);
      callLast(args);
      return true;
    },
    end(...args: unknown[]) {
      keep(args);
      Object.assign(response, { write, end, flushHeaders });
      response.end(toBody(Buffer.concat(chunks), response, finish));
      callLast(args);
      return response;
    },
  });
}

function toBody(body: Buffer, response: ServerResponse, finish: (html: string) => string): Buffer {
  const type = String(response.getHeader('Content-Type') ?? '');
  if (body.length === 0 || !type.startsWith('text/html')) return body;
  // They speak of the page as it was, and ask for faces that it may not be set in.
  for (const name of ['Content-Length', 'ETag', 'Link']) response.removeHeader(name);
  if (response.statusCode >= 500) return toRefusal(response);
  try {
    return Buffer.from(finish(body.toString('utf8')));
  } catch (error) {
    console.error(`${NOT_SHOWN} It holds ${error instanceof Error ? error.message : String(error)}`);
    return toRefusal(response);
  }
}

function toRefusal(response: ServerResponse): Buffer {
  response.statusCode = 500;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  return Buffer.from(NOT_SHOWN);
}

function toEncoding(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}

/** Streams are told by a function, the last argument, that something was taken. */
function callLast(args: readonly unknown[]): void {
  const last = args.at(-1);
  if (typeof last === 'function') last();
}
