import { spawn } from 'node:child_process';

/** Runs journeys of a reader on a server that runs: true where all went well. `without` leaves out those of the other content. */
export function runJourneys(
  url: string,
  {
    content,
    without,
    files,
  }: { readonly content: string; readonly without: RegExp; readonly files: readonly string[] },
): Promise<boolean> {
  const args = ['playwright', 'test', '--config', 'e2e/journeys.config.ts'];
  const child = spawn('npx', [...args, '--grep-invert', without.source, ...files], {
    stdio: 'inherit',
    env: { ...process.env, JOURNEYS_URL: url, JOURNEYS_CONTENT: content },
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));
}
