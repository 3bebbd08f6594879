import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { STRICT_TRANSPORT_SECURITY } from '../site/response-headers';
import { refuseConnection } from './refuse-connection';
import { sendFailure } from './send-short';
import { ServedSite } from './served-site';
import { identifyBuild, removeAbandonedSnapshots, type Snapshot, takeSnapshot } from './snapshot';
import { watchBuild } from './watch-build';

/** Room for addresses that are too long to be found, and get an answer all the same. Bytes of all headers of a request. */
const MAX_HEADER_BYTES = 32 * 1024;

/** Longer than proxies keep a connection that nobody uses: it is they who close it. Milliseconds. */
const KEEP_ALIVE = 75_000;

/** How long a request may take to arrive: its headers, and all of it; and how often that is looked at. Milliseconds. */
const ARRIVAL = { headersTimeout: 20_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

/** Requests that are still open when the server ends get so long. Milliseconds. */
const MAX_SHUTDOWN = 10_000;

/** What was sent to a connection that seems unused arrives meanwhile. Milliseconds. */
const ON_ITS_WAY = 200;

/** For programs that ask whether the server works. */
const HEALTH_PATH = '/healthz';

const NO_HEADERS: readonly string[] = [];
const SECURE_HEADERS: readonly string[] = ['Strict-Transport-Security', STRICT_TRANSPORT_SECURITY];

interface Served {
  readonly site: ServedSite;
  readonly snapshot: Snapshot;
  pending: number;
  whenUnused?: () => void;
}

/** The server of a finished build, which takes over each further one. */
export class SiteServer {
  readonly #buildFolder: string;
  readonly #server: Server;
  #served: Served;
  #isEnding = false;
  #kept: Promise<void> = Promise.resolve();
  readonly #stopWatching: () => void;

  private constructor(buildFolder: string, served: Served, arrival: typeof ARRIVAL) {
    this.#buildFolder = buildFolder;
    this.#served = served;
    this.#server = createServer(
      { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE, ...arrival },
      (...both) => this.#respond(...both),
    );
    this.#server.on('clientError', (error, socket) => refuseConnection(error, socket as Socket));
    this.#stopWatching = watchBuild(buildFolder, served.snapshot.identity, () => this.#takeOver());
  }

  /** A server of the build in `buildFolder`. Throws where there is none. */
  static async load(buildFolder: string, arrival = ARRIVAL): Promise<SiteServer> {
    return new SiteServer(buildFolder, await openBuild(buildFolder), arrival);
  }

  /**
   * Accepts connections, and keeps the build from then on: that takes longer than all else before the first answer. Gives the
   * port, which the system chooses for port 0. Throws where it is taken.
   */
  listen(port: number, hostname: string | undefined): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ port, host: hostname }, () => {
        this.#kept = this.#keepBuild();
        const address = this.#server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  }

  /** Settled once what is served is safe from whatever becomes of its folder. */
  async whenKept(): Promise<void> {
    await this.#kept;
  }

  /** Ends once the requests that are open have their answers, or waited too long for them. */
  async close(): Promise<void> {
    this.#isEnding = true;
    this.#stopWatching();
    // That of `http.Server` closes connections at once that seem unused: a request may be on its way.
    const closed = new Promise((resolve) => NetServer.prototype.close.call(this.#server, resolve));
    await Promise.race([closed, wait(ON_ITS_WAY)]);
    const unused = setInterval(() => this.#server.closeIdleConnections(), 50);
    const tooLong = setTimeout(() => this.#server.closeAllConnections(), MAX_SHUTDOWN);
    await Promise.all([closed, this.#kept]);
    clearInterval(unused);
    clearTimeout(tooLong);
    await release(this.#served);
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    if (this.#isEnding) response.shouldKeepAlive = false;
    if (request.url === HEALTH_PATH) {
      sendFailure(response, this.#isEnding ? 503 : 200);
      return;
    }
    const served = this.#served;
    const extra = request.headers['x-forwarded-proto'] === 'https' ? SECURE_HEADERS : NO_HEADERS;
    try {
      const pending = served.site.respond(request, response, extra);
      if (pending) void this.#follow(pending, served, response);
    } catch (error) {
      fail(response, error);
    }
  }

  /** Holds on to a build for as long as something of it is being sent. */
  async #follow(pending: Promise<void>, served: Served, response: ServerResponse): Promise<void> {
    served.pending += 1;
    try {
      await pending;
    } catch (error) {
      fail(response, error);
    }
    served.pending -= 1;
    if (served.pending === 0) served.whenUnused?.();
  }

  async #keepBuild(): Promise<void> {
    const { identity } = this.#served.snapshot;
    try {
      const next = await load(this.#buildFolder);
      // Replaced meanwhile: it is taken over as any later build is.
      if (next.snapshot.identity === identity) await this.#serve(next);
      else await release(next);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
    void removeAbandonedSnapshots(this.#buildFolder);
  }

  async #takeOver(): Promise<string | undefined> {
    await this.#kept;
    const next = await load(this.#buildFolder);
    console.info('A new build is served.');
    void this.#serve(next);
    void removeAbandonedSnapshots(this.#buildFolder);
    return next.snapshot.identity;
  }

  /** From now on; settled when nothing of the one before is open any more. */
  #serve(next: Served): Promise<void> {
    const unused = this.#isEnding ? next : this.#served;
    if (!this.#isEnding) this.#served = next;
    return release(unused);
  }
}

/** The build where it is. */
async function openBuild(folder: string): Promise<Served> {
  const identity = await identifyBuild(folder);
  const snapshot = { folder, identity, remove: async () => undefined };
  return { site: new ServedSite(folder), snapshot, pending: 0 };
}

async function load(buildFolder: string): Promise<Served> {
  const snapshot = await takeSnapshot(buildFolder);
  try {
    return { site: new ServedSite(snapshot.folder), snapshot, pending: 0 };
  } catch (error) {
    await snapshot.remove();
    throw error;
  }
}

async function release(served: Served): Promise<void> {
  if (served.pending > 0) await new Promise<void>((resolve) => (served.whenUnused = resolve));
  await served.site.close();
  await served.snapshot.remove();
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.destroyed || response.writableEnded) return;
  console.error(error instanceof Error ? error.message : String(error));
  sendFailure(response, 503, ['Retry-After', '1']);
}
