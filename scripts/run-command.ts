import { spawn } from 'node:child_process';
import path from 'node:path';

/** Runs a command of this project or of the machine in the terminal's view and gives its exit code. */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<number> {
  const own = path.resolve('node_modules/.bin');
  const env = {
    ...process.env,
    PATH: `${own}${path.delimiter}${process.env.PATH ?? ''}`,
    ...environment,
  };
  // The commands of packages are scripts that only a shell finds on Windows.
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
