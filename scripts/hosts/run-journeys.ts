import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toBasePath } from '../../lib/urls';

export interface Journeys {
  /** Where the server is asked, without a path. */
  readonly url: string;
  /** Address of the site as its settings name it: the site is below the path of this. */
  readonly siteUrl: string;
  /** Its content folder. */
  readonly content: string;
  /**
   * What serves it: the server of the engine, a host that runs functions, a web server with files and settings, a host that reads
   * `_headers` and `_redirects` beside the files, a server of files alone.
   */
  readonly by: 'engine' | 'functions' | 'files' | 'hosted files' | 'bare files';
  /** Parts of names of files; all where none are named. */
  readonly files?: readonly string[];
  /** `1/3` is the first third of them. */
  readonly share?: string | undefined;
}

/** A post that the demo alone has. */
const SEED = 'posts/building-scalable-microservices-with-python-and-fastapi';

/** Tags of journeys that are none there. Those of `@builds` look at files that the tests build, and ask no server. */
const BEYOND: Readonly<Record<Journeys['by'], readonly string[]>> = {
  engine: [],
  functions: ['@server'],
  files: ['@server', '@functions'],
  'hosted files': ['@server', '@functions'],
  'bare files': ['@server', '@functions', '@headers'],
};

/** Runs the journeys of a reader on a server that runs: true where all went well. */
export function runJourneys({ url, siteUrl, content, by, files = [], share }: Journeys): Promise<boolean> {
  const isDemo = existsSync(path.join(content, SEED));
  const left = [isDemo ? '@fixtures' : '@demo', '@builds', ...BEYOND[by]];
  const args = ['playwright', 'test', '--config', 'e2e/journeys.config.ts'];
  if (share !== undefined) args.push(`--shard=${share}`);
  const child = spawn('npx', [...args, '--grep-invert', left.join('|'), ...files], {
    stdio: 'inherit',
    env: {
      ...process.env,
      JOURNEYS_URL: url,
      JOURNEYS_BASE: toBasePath(siteUrl),
      JOURNEYS_CONTENT: content,
      JOURNEYS_BY: by,
    },
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));
}
