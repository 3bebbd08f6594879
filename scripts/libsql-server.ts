import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { answerPipeline } from './libsql/answer-pipeline';

/** How the server answers: as it should, with an error of its own, as one that writes for others, or never. */
export type Manner = 'well' | 'broken' | 'busy' | 'silent';

export interface LibsqlServer {
  /** For `DATABASE_URL`. */
  readonly url: string;
  readonly port: number;
  /** How many requests have come in. */
  countRequests(): number;
  behave(manner: Manner): void;
  close(): Promise<void>;
}

interface ServerOptions {
  /** The database file; it is made. */
  readonly file: string;
  /** What `DATABASE_TOKEN` has to be; without it everybody is let in. */
  readonly token?: string;
  /** A free one without it. */
  readonly port?: number;
}

/**
 * A libSQL server on this machine for tests: the second version of Hrana over HTTP, which clients speak where the address is `http:`.
 * Each request is a stream of its own, as the store sends them; interactive transactions are refused.
 */
export async function startLibsqlServer({ file, token, port = 0 }: ServerOptions): Promise<LibsqlServer> {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = createClient({ url: `file:${file}`, intMode: 'bigint', timeout: 5000 });
  await database.execute('PRAGMA journal_mode = WAL');
  let manner: Manner = 'well';
  let requests = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    requests += 1;
    const text = await readText(request);
    if (manner === 'silent') return;
    if (manner === 'broken') return send(response, 500, { error: 'Internal server error' });
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return send(response, 401, { error: 'Unauthorized' });
    if (request.method !== 'POST' || request.url !== '/v2/pipeline')
      return send(response, 404, { error: 'Not found' });
    send(response, 200, await answerPipeline(database, JSON.parse(text), manner === 'busy'));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => send(response, 400, { message: String(error) }));
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    countRequests: () => requests,
    behave: (next) => {
      manner = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      database.close();
    },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}

function send(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
}
