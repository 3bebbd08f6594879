import { readFileSync } from 'node:fs';
import path from 'node:path';
import next from 'next';

interface RequiredServerFiles {
  readonly config: Readonly<Record<string, unknown>>;
}

/** Next, ready to answer requests for the build in `folder`. */
export async function startNext(folder: string) {
  const file = path.join(folder, 'required-server-files.json');
  const { config } = JSON.parse(readFileSync(file, 'utf8')) as RequiredServerFiles;
  // The way of `output: 'standalone'`: the settings as they were when it was built, and `next.config.ts` is not run again.
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify({
    ...config,
    distDir: path.relative(process.cwd(), folder),
  });
  const app = next({ dev: false, dir: process.cwd(), quiet: true });
  await app.prepare();
  return app;
}
