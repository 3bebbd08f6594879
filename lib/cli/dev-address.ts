import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isRunning } from '../next/is-running';

const lockSchema = z.object({ pid: z.int(), appUrl: z.url() });

/** Where `npm run dev` answers, or will when it is started next. */
export function readDevAddress(): string {
  return readRunning() ?? `http://localhost:${process.env.PORT || 3000}`;
}

/** As Next writes it down while it runs. */
function readRunning(): string | undefined {
  try {
    const file = path.resolve(process.env.DIST_DIR || '.next', 'dev', 'lock');
    const { pid, appUrl } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isRunning(pid) ? appUrl : undefined;
  } catch {
    return undefined;
  }
}
