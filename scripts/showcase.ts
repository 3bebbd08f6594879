import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../lib/cli/showcase';

/** `npx tsx scripts/showcase.ts`: records the files of the showcase, which `npm run init` replaces in a new blog. */
export function recordShowcase(): Record<string, string> {
  const files = execFileSync('git', ['ls-files', '-z', 'content'], { encoding: 'utf8' }).split('\0');
  const names = files.filter((file) => file !== '').sort();
  return Object.fromEntries(names.map((file) => [path.posix.relative('content', file), hashFile(file)]));
}

if (process.argv[1]?.endsWith('showcase.ts'))
  writeFileSync('lib/cli/showcase.json', `${JSON.stringify(recordShowcase(), null, 2)}\n`);
