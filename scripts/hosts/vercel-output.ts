import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import mime from 'mime-types';
import { decodePercent } from '../../lib/urls';
import type { RunningHost } from './host-programs';
import { VercelFunctions } from './vercel-functions';
import { findErrorPage, followRoutes, type Route, type Routed } from './vercel-routes';

interface OutputConfig {
  readonly routes: readonly Route[];
  readonly overrides?: Readonly<Record<string, { readonly path?: string; readonly contentType?: string }>>;
}

interface PrerenderConfig {
  readonly fallback?: string | { readonly fsPath: string };
  readonly initialStatus?: number;
  readonly initialHeaders?: Readonly<Record<string, string>>;
  readonly experimentalBypassFor?: Route['has'];
}

interface Options {
  /** Files in `filePathMap` are relative to it. */
  readonly project: string;
  readonly port?: number;
  /** Variables of the functions. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Serves a folder `.vercel/output` by version 3 of the Build Output API. */
export async function serveVercelOutput(output: string, options: Options): Promise<RunningHost> {
  const { project, port = 0, environment = {} } = options;
  const config = JSON.parse(readFileSync(path.join(output, 'config.json'), 'utf8')) as OutputConfig;
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'colophon-vercel-'));
  const functions = new VercelFunctions(output, { project, scratch, environment });
  const site = new OutputSite(output, config, functions);
  const server = createServer((request, response) => {
    site.respond(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  const listening = await new Promise<number>((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
  return {
    url: `http://127.0.0.1:${listening}`,
    stop: async () => {
      functions.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

class OutputSite {
  readonly #output: string;
  readonly #config: OutputConfig;
  readonly #functions: VercelFunctions;
  /** Files with another address than their name. */
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(output: string, config: OutputConfig, functions: VercelFunctions) {
    this.#output = output;
    this.#config = config;
    this.#functions = functions;
    this.#renamed = new Map(
      Object.entries(config.overrides ?? {}).flatMap(([file, { path: address }]) =>
        address === undefined ? [] : [[`/${address}`, file]],
      ),
    );
  }

  async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(`http://localhost${request.url ?? '/'}`);
    const routed: Routed = {
      method: request.method ?? 'GET',
      requestHeaders: request.headers,
      path: pathname,
      query: searchParams,
      headers: new Map(),
    };
    const outcome = await followRoutes(this.#config.routes, routed, {
      has: (address) => this.#hasAt(address),
      runMiddleware: (route, on) => this.#runMiddleware(route, on, { request, response }),
    });
    if (outcome === 'answered') return;
    if (outcome === 'redirected') {
      response.writeHead(routed.status ?? 308, Object.fromEntries(routed.headers)).end();
      return;
    }
    if (outcome === 'found') return this.#send(routed, request, response);
    routed.path = findErrorPage(this.#config.routes, 404) ?? '/404';
    routed.status = 404;
    return this.#send(routed, request, response);
  }

  #hasAt(address: string): boolean {
    return this.#findFile(address) !== undefined || this.#functions.has(toFunctionName(address));
  }

  #findFile(address: string): string | undefined {
    const name = this.#renamed.get(address) ?? decodePercent(address).replaceAll('\0', '');
    const place = path.join(this.#output, 'static', name);
    const isInside = place.startsWith(path.join(this.#output, 'static') + path.sep);
    // A renamed file has its own address no more.
    const isRenamed = this.#config.overrides?.[name.replace(/^\//, '')]?.path !== undefined;
    if (!isInside || (isRenamed && !this.#renamed.has(address))) return undefined;
    return statSync(place, { throwIfNoEntry: false })?.isFile() ? place : undefined;
  }

  async #send(routed: Routed, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = this.#findFile(routed.path);
    if (file !== undefined) {
      const own = this.#config.overrides?.[path.relative(path.join(this.#output, 'static'), file)];
      const type = own?.contentType ?? (mime.contentType(path.basename(file)) || 'application/octet-stream');
      sendBytes(response, routed, readFileSync(file), { 'content-type': type });
      return;
    }
    const name = toFunctionName(routed.path);
    const prerendered = this.#readPrerendered(name);
    if (prerendered && isRead(routed) && !isBypassed(prerendered.config, routed)) {
      const { initialHeaders = {}, initialStatus } = prerendered.config;
      if (initialStatus !== undefined) routed.status = initialStatus;
      sendBytes(response, routed, readFileSync(prerendered.file), {
        'content-type': mime.contentType(path.basename(prerendered.file)) || 'application/octet-stream',
        ...initialHeaders,
      });
      return;
    }
    const url = await this.#functions.start(name);
    const search = routed.query.size > 0 ? `?${routed.query}` : '';
    const answer = await passOn(request, `${url}${new URL(`http://x${request.url}`).pathname}${search}`, {
      'x-matched-path': routed.path,
    });
    response.writeHead(answer.statusCode ?? 500, { ...Object.fromEntries(routed.headers), ...clean(answer) });
    await pipeline(answer, response);
  }

  #readPrerendered(name: string): { config: PrerenderConfig; file: string } | undefined {
    const folder = path.join(this.#output, 'functions');
    const file = path.join(folder, `${name}.prerender-config.json`);
    if (!existsSync(file)) return undefined;
    const config = JSON.parse(readFileSync(file, 'utf8')) as PrerenderConfig;
    const { fallback } = config;
    if (!fallback) return undefined;
    const own = typeof fallback === 'string' ? fallback : fallback.fsPath;
    return { config, file: path.join(path.dirname(file), path.basename(own)) };
  }

  async #runMiddleware(
    route: Route,
    routed: Routed,
    { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  ): Promise<boolean> {
    const url = await this.#functions.start((route.middlewarePath ?? '').replace(/^\//, ''));
    const answer = await passOn(request, `${url}${request.url}`, {});
    const isNext = answer.headers['x-middleware-next'] === '1';
    for (const [name, value] of Object.entries(clean(answer))) {
      if (isNext && value !== undefined && !/^(x-middleware-.*|content-.*)$/.test(name))
        routed.headers.set(name, String(value));
    }
    if (isNext) {
      answer.resume();
      return false;
    }
    response.writeHead(answer.statusCode ?? 500, { ...Object.fromEntries(routed.headers), ...clean(answer) });
    await pipeline(answer, response);
    return true;
  }
}

function isRead({ method }: Routed): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isBypassed({ experimentalBypassFor = [] }: PrerenderConfig, { requestHeaders }: Routed): boolean {
  return experimentalBypassFor.some(({ key = '', value }) => {
    const sent = requestHeaders[key];
    return sent !== undefined && (value === undefined || new RegExp(`^${value}$`).test(String(sent)));
  });
}

function toFunctionName(address: string): string {
  return address === '/' ? 'index' : decodePercent(address).replace(/^\//, '').replace(/\/$/, '');
}

function sendBytes(
  response: ServerResponse,
  { headers, status = 200 }: Routed,
  bytes: Buffer,
  own: Readonly<Record<string, string>>,
): void {
  const sent = {
    'cache-control': 'public, max-age=0, must-revalidate',
    ...own,
    ...Object.fromEntries(headers),
  };
  response.writeHead(status, { ...sent, 'content-length': bytes.length }).end(bytes);
}

function passOn(
  request: IncomingMessage,
  url: string,
  added: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { ...request.headers, ...added, 'x-forwarded-host': request.headers.host };
    const passed = ask(url, { method: request.method, headers, agent: false }, resolve);
    passed.on('error', reject);
    pipeline(request, passed).catch(reject);
  });
}

function clean({ headers }: IncomingMessage): OutgoingHttpHeaders {
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...rest } = headers;
  return rest;
}
