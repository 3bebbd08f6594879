import { createServer } from 'node:http';
import { startNext } from './start-next';

/** Serves with Next what the build in `folder` can render, to this machine alone, and reports the port. */
async function serveRendered(folder: string): Promise<void> {
  const app = await startNext(folder);
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => void handle(request, response));
  // The one client keeps connections for as long as it likes.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object') process.send?.(address?.port);
  });
}

// A terminal sends them to every process; the server that started this one decides when it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
await serveRendered(process.argv[2] ?? '');
