import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Network } from './network';

/** A server of tests on this machine, and a network in which names lead to it. */
export interface PagesServer {
  /** `http://grace.example:4711`, for the path `/`. */
  readonly url: string;
  readonly port: number;
  /** Permits this server, and nothing else of this machine. */
  readonly network: Network;
  close(): Promise<void>;
}

/** Serves pages of other sites for tests: code of the site has no way to such a network. */
export async function startPagesServer(answer: RequestListener): Promise<PagesServer> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://grace.example:${port}`,
    port,
    network: {
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      permits: (address, asked) => address === '127.0.0.1' && asked === port,
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
