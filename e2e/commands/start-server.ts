import { type ChildProcess, spawn } from 'node:child_process';
import { expect } from 'playwright/test';
import { toEnvironment } from './run-script';

export interface StartedServer {
  readonly url: string;
  /** Ends it, and waits until it has ended. */
  stop(): Promise<void>;
}

/** `npm start` on a port of its own, once it accepts connections. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<StartedServer> {
  const { PORT: _, ...env } = toEnvironment(environment);
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', 'start', '--port', '0'], {
    env,
  });
  const output = collectOutput(child);
  await expect.poll(output, { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+/);
  const [url = ''] = /http:\/\/localhost:\d+/.exec(output()) ?? [];
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** What a process has written so far. */
export function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}
