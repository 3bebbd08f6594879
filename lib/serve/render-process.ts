import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';

interface RequiredServerFiles {
  readonly config: Readonly<Record<string, unknown>>;
}

/** Serves with Next what the build in `folder` can render, to this machine alone, and reports the port. */
async function serveRendered(folder: string): Promise<void> {
  const file = path.join(folder, 'required-server-files.json');
  const { config } = JSON.parse(readFileSync(file, 'utf8')) as RequiredServerFiles;
  // The way of `output: 'standalone'`: the settings as they were when it was built, and `next.config.ts` is not run again.
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify({
    ...config,
    distDir: path.relative(process.cwd(), folder),
  });
  const app = next({ dev: false, dir: process.cwd(), quiet: true });
  await app.prepare();
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
