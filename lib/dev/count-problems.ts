import { spawn } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { createWeakProcessCache } from '../cache/process-cache';
import type { ContentIndex } from '../content/content-index';
import { getContentFolder } from '../content/posts';

/** Numbers of problems by file, relative to the content folder. Files without any are left out. */
export type ProblemCounts = Readonly<Record<string, number>>;

/** What `npm run check` finds, asked once for each state of the content, in a process that keeps nobody waiting. */
export function countProblems(index: ContentIndex): Promise<ProblemCounts> {
  return counts.getOrCreate(index, runCheck);
}

const counts = createWeakProcessCache<ContentIndex, Promise<ProblemCounts>>('counts of problems');

const reportSchema = z.object({ problems: z.array(z.object({ file: z.string() })) });

async function runCheck(): Promise<ProblemCounts> {
  const tsx = path.join('node_modules', 'tsx', 'dist', 'cli.mjs');
  const report = await run([tsx, 'lib/cli/main.ts', 'check', '--format', 'json']);
  const found: Record<string, number> = {};
  for (const { file } of reportSchema.parse(JSON.parse(report)).problems) {
    const name = path.relative(getContentFolder(), path.resolve(file)).split(path.sep).join('/');
    found[name] = (found[name] ?? 0) + 1;
  }
  return found;
}

function run(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // It ends with 1 where there are errors.
    child.on('close', () => resolve(output));
  });
}
