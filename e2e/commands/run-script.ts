import { spawn } from 'node:child_process';

export interface Outcome {
  readonly status: number;
  /** What the terminal shows, without colours. */
  readonly output: string;
}

/** Runs a TypeScript file of the project as its npm scripts do. */
export function runScript(
  file: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: toEnvironment(environment),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? 1, output }));
  });
}

/** The environment of a terminal: without what a test runner adds to it. */
export function toEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', ...own };
  delete env.FORCE_COLOR;
  if (own.NODE_ENV === undefined) Reflect.deleteProperty(env, 'NODE_ENV');
  return env;
}
