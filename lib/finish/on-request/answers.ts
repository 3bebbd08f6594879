import type { IncomingMessage, ServerResponse } from 'node:http';
import { finishPage, type Tools } from '../finish-page';
import { toPathBelow } from '../move-below';

/** The module that `next build` writes for a page rendered on request. Next calls it for each request. */
export interface Entry {
  handler(request: IncomingMessage, response: ServerResponse, context: unknown): Promise<unknown>;
}

/** The input of finishing, in a form that can be written into a file: client modules by id, style sheets by path. */
export interface Parts {
  readonly modules: Readonly<Record<string, string>>;
  readonly sheets: Readonly<Record<string, string>>;
  readonly base: string;
  /** The finished page for addresses that do not exist. */
  readonly notFound: string;
}

const FAILURE = 'This page cannot be shown.';

/**
 * The same entry, with its pages finished as a build finishes others. A 404 is answered with the site's own page for
 * addresses that do not exist; Next's own would be empty until the framework fills it. Other responses are unchanged.
 */
export function finishAnswers<Module extends Entry>(entry: Module, parts: Parts): Module;
export function finishAnswers<Module extends Entry>(entry: Promise<Module>, parts: Parts): Promise<Module>;
export function finishAnswers(entry: Entry | Promise<Entry>, parts: Parts): Entry | Promise<Entry> {
  // A module with top-level await exports a promise.
  if (entry instanceof Promise) return entry.then((ready) => finishAnswers(ready, parts));
  const tools = toTools(parts);
  return {
    ...entry,
    handler(request, response, context) {
      // Without this header Next streams metadata whatever `htmlLimitedBots` says.
      request.headers['user-agent'] ||= 'unknown';
      bufferResponse(response, {
        finish: (html) =>
          response.statusCode === 404 ? parts.notFound : (readPart(html) ?? finishPage(html, tools).html),
        base: parts.base,
      });
      return entry.handler(request, response, context);
    },
  };
}

/**
 * What a page marks as the part that a script asked for, without the frame and the styles that are there already; undefined where it
 * marks none. Whoever opens it as a page gets one that can load and send nothing.
 */
function readPart(html: string): string | undefined {
  const [start, end] = [html.indexOf('<colophon-part>'), html.lastIndexOf('</colophon-part>')];
  if (start < 0 || end < start) return undefined;
  return `<!DOCTYPE html><meta charset="utf-8"/>${NOTHING}${html.slice(start + '<colophon-part>'.length, end)}`;
}

const NOTHING = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'"/>`;

function toTools({ modules, sheets, base }: Parts): Tools {
  const files = new Map(Object.entries(sheets).map(([href, sheet]) => [href, Buffer.from(sheet)]));
  return {
    modules: new Map(Object.entries(modules)),
    readAsset(href) {
      const sheet = files.get(href.replace(/[?#].*$/, ''));
      if (sheet === undefined) throw new Error(`a style sheet that the build has no file for: ${href}`);
      return sheet;
    },
    sources: {},
    base,
  };
}

interface Finishing {
  finish(html: string): string;
  readonly base: string;
}

/** Buffers a response until it is complete, and sends what `finish` returns for it; redirects lead below `base`. */
function bufferResponse(response: ServerResponse, { finish, base }: Finishing): void {
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
      callCallback(args);
      return true;
    },
    end(...args: unknown[]) {
      keep(args);
      Object.assign(response, { write, end, flushHeaders });
      const location = response.getHeader('Location');
      if (typeof location === 'string') response.setHeader('Location', toPathBelow(location, base));
      response.end(toBody(Buffer.concat(chunks), response, finish));
      callCallback(args);
      return response;
    },
  });
}

function toBody(body: Buffer, response: ServerResponse, finish: (html: string) => string): Buffer {
  const type = String(response.getHeader('Content-Type') ?? '');
  if (body.length === 0 || !type.startsWith('text/html')) return body;
  // They describe the page before it was finished, and preload fonts that it may not use.
  for (const name of ['Content-Length', 'ETag', 'Link']) response.removeHeader(name);
  if (response.statusCode >= 500) return toRefusal(response);
  try {
    return Buffer.from(finish(body.toString('utf8')));
  } catch (error) {
    console.error(`${FAILURE} It contains ${error instanceof Error ? error.message : String(error)}`);
    return toRefusal(response);
  }
}

function toRefusal(response: ServerResponse): Buffer {
  response.statusCode = 500;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  return Buffer.from(FAILURE);
}

function toEncoding(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}

/** Calls the callback of a stream method, its last argument. */
function callCallback(args: readonly unknown[]): void {
  const callback = args.at(-1);
  if (typeof callback === 'function') callback();
}
