import { type ChildProcess, fork } from 'node:child_process';
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { sendFailure } from './send-short';

/** A process that nobody needs for so long ends; the next request starts another. Milliseconds. */
const MAX_IDLE = 5 * 60_000;

/** What a proxy keeps to itself (RFC 9110, 7.6.1), and what only Next's own pages ask for. */
const NOT_PASSED_ON =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|x-nextjs-.*|x-powered-by)$/i;

const ENTRY = fileURLToPath(new URL('./render-process', import.meta.url)) + path.extname(import.meta.url);

interface RenderOptions {
  /** What Next does not know of the address. */
  readonly base: string;
  /** Of the address: they take the place of Next's. */
  readonly headers: Readonly<Record<string, string>>;
  /** Further ones, names and values by turns. */
  readonly extra: readonly string[];
  sendMissing(): void | Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}

/**
 * Renders what a build in `folder` left to be rendered on request, with Next in a process of its own: it starts when it is
 * first needed, and its memory is free again when it is not. A newer build has another one.
 */
export class Renderer {
  readonly #folder: string;
  readonly #agent = new Agent({ keepAlive: true });
  #running: Promise<Running> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #pending = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Answers a request with what Next makes of it, under the headers of the address. Where Next finds nothing, `sendMissing`
   * answers. Of errors only the status goes out: Next's own page for them has no policy.
   */
  async respond(
    request: IncomingMessage,
    response: ServerResponse,
    { base, headers, extra, sendMissing }: RenderOptions,
  ): Promise<void> {
    clearTimeout(this.#idle);
    this.#pending += 1;
    try {
      const { port } = await this.#start();
      const answer = await this.#ask(request, response, { port, base });
      const { statusCode = 500 } = answer;
      if (statusCode < 400 || isOwnPage(answer)) {
        response.writeHead(statusCode, [...toHeaders(answer, headers), ...extra]);
        await pipeline(answer, response);
        return;
      }
      answer.resume();
      if (statusCode === 404) await sendMissing();
      else sendFailure(response, statusCode, allowOf(answer));
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) this.#idle = setTimeout(() => void this.stop(), MAX_IDLE).unref();
    }
  }

  /** Ends the process, if there is one. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    const running = this.#running;
    this.#running = undefined;
    this.#agent.destroy();
    const child = (await running?.catch(() => undefined))?.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  #ask(
    request: IncomingMessage,
    response: ServerResponse,
    { port, base }: { readonly port: number; readonly base: string },
  ): Promise<IncomingMessage> {
    const { method, url = '', rawHeaders } = request;
    const target = url.slice(base.length);
    const headers = [
      ...filterHeaders(rawHeaders, (name) => !NOT_PASSED_ON.test(name) && !/^x-forwarded-for$/i.test(name)),
      ...['X-Forwarded-For', toForwarded(request)],
    ];
    return new Promise((resolve, reject) => {
      const passed = ask(
        { host: '127.0.0.1', port, method, path: target, headers, agent: this.#agent },
        resolve,
      );
      passed.on('error', reject);
      // The client has gone.
      response.once('close', () => passed.destroy());
      pipeline(request, passed).catch(reject);
    });
  }

  #start(): Promise<Running> {
    this.#running ??= this.#fork();
    return this.#running;
  }

  #fork(): Promise<Running> {
    const child = fork(ENTRY, [this.#folder], {
      // Its greetings are of no use; what goes wrong is.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    const running = new Promise<Running>((resolve, reject) => {
      child.once('message', (port) => resolve({ child, port: Number(port) }));
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        reject(new Error(`The process that renders on request ended: ${signal ?? code}.`)),
      );
    });
    child.once('exit', () => {
      if (this.#running === running) this.#running = undefined;
    });
    return running;
  }
}

/** Where a form was refused, or there is no database: a page of ours with what was written on it. Next has no such answers. */
function isOwnPage({ statusCode, headers }: IncomingMessage): boolean {
  const isRefused = statusCode === 429 || statusCode === 503;
  return isRefused && /^text\/html\b/.test(headers['content-type'] ?? '');
}

/** What Next says of its answer, below what the table says of the address: names and values by turns. */
function toHeaders({ rawHeaders }: IncomingMessage, own: Readonly<Record<string, string>>): string[] {
  const overridden = new Set(
    [...Object.keys(own), 'Strict-Transport-Security'].map((name) => name.toLowerCase()),
  );
  const isPassedOn = (name: string) => !NOT_PASSED_ON.test(name) && !overridden.has(name.toLowerCase());
  return [...filterHeaders(rawHeaders, isPassedOn), ...Object.entries(own).flat()];
}

/** Who is asking, behind what proxies before this server say (RFC 7239 names it as the usual form). */
function toForwarded({ headers, socket }: IncomingMessage): string {
  return [headers['x-forwarded-for'], socket.remoteAddress].flat().filter(Boolean).join(', ');
}

function filterHeaders(rawHeaders: readonly string[], isWanted: (name: string) => boolean): string[] {
  return rawHeaders.filter((_, index) => isWanted(rawHeaders[index - (index % 2)] ?? ''));
}

function allowOf({ headers: { allow } }: IncomingMessage): string[] {
  return allow === undefined ? [] : ['Allow', allow];
}
