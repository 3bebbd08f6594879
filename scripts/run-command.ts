import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Runs a command of this project or of the machine and gives its exit code. What it writes goes to the terminal, or to `write` where
 * another command has that.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
  write?: (text: string) => void,
): Promise<number> {
  const own = path.resolve('node_modules/.bin');
  const env = {
    ...process.env,
    PATH: `${own}${path.delimiter}${process.env.PATH ?? ''}`,
    ...environment,
  };
  // The commands of packages are scripts that only a shell finds on Windows.
  const shell = process.platform === 'win32';
  const child: ChildProcess = spawn(command, args, { stdio: write ? 'pipe' : 'inherit', env, shell });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write ?? String);
  child.stdin?.end();
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
