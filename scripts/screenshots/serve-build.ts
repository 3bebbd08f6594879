import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** Seconds. */
const TIMEOUT = 60;

/** Serves a build as readers get it, once it answers. */
export async function serveBuild(
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const args = ['--import', 'tsx', 'lib/cli/main.ts', 'start', '--port', String(port)];
  const env = { ...process.env, ...environment, NODE_ENV: 'production' as const };
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  const end = Date.now() + TIMEOUT * 1000;
  while (server.exitCode === null && Date.now() < end) {
    const answer = await fetch(`http://localhost:${port}/`).catch(() => undefined);
    if (answer?.ok) return server;
    await wait(100);
  }
  server.kill('SIGTERM');
  throw new Error(`There is no answer at port ${port}.`);
}
