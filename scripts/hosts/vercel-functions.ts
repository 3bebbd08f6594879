import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface FunctionConfig {
  readonly handler: string;
  /** Its handler takes a `Request` and gives a `Response`. */
  readonly useWebApi?: boolean;
  readonly filePathMap?: Readonly<Record<string, string>>;
}

/** Runs in the process of a function: serves its handler on loopback, and reports the port. */
const RUNNER = `
const [, , file, isWeb] = process.argv;
// What is begun after an answer goes on, as the host sees to.
const context = { waitUntil: (promise) => void promise.catch(console.error) };
globalThis[Symbol.for('@vercel/request-context')] = { get: () => context };
const handle = require(file);
const server = require('node:http').createServer(async (request, response) => {
  if (!isWeb) return handle(request, response);
  const { method, url, headers } = request;
  const answer = await handle(new Request('http://' + headers.host + url, { method, headers }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
`;

interface Launched {
  readonly child: ChildProcess;
  readonly port: Promise<number>;
}

/** The functions of an output, each in a process of its own and in a folder with nothing but its files. */
export class VercelFunctions {
  readonly #functions: string;
  readonly #project: string;
  readonly #scratch: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #running = new Map<string, Launched>();

  constructor(
    output: string,
    options: {
      readonly project: string;
      readonly scratch: string;
      readonly environment: Readonly<Record<string, string>>;
    },
  ) {
    this.#functions = path.join(output, 'functions');
    this.#project = options.project;
    this.#scratch = options.scratch;
    this.#environment = options.environment;
  }

  has(name: string): boolean {
    return existsSync(path.join(this.#functions, `${name}.func`));
  }

  /** Address of the function's server. */
  async start(name: string): Promise<string> {
    const folder = realpathSync(path.join(this.#functions, `${name}.func`));
    const running = this.#running.get(folder) ?? this.#launch(folder);
    this.#running.set(folder, running);
    return `http://127.0.0.1:${await running.port}`;
  }

  stop(): void {
    for (const { child } of this.#running.values()) child.kill('SIGKILL');
  }

  #launch(folder: string): Launched {
    const config = readConfig(folder);
    const place = path.join(this.#scratch, String(this.#running.size));
    cpSync(folder, place, { recursive: true });
    for (const [name, source] of Object.entries(config.filePathMap ?? {})) {
      const target = path.join(place, name);
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(path.join(this.#project, source), target, { dereference: true, recursive: true });
    }
    const runner = path.join(place, '___run.cjs');
    writeFileSync(runner, RUNNER);
    const child = fork(runner, [path.join(place, config.handler), config.useWebApi ? 'web' : ''], {
      cwd: place,
      // Nothing of this machine but what a host sets.
      env: { PATH: process.env.PATH, NODE_ENV: 'production', VERCEL: '1', ...this.#environment },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const port = new Promise<number>((resolve, reject) => {
      child.once('message', (value) => resolve(Number(value)));
      child.once('exit', (code) => reject(new Error(`The function ${folder} ended with ${code}.`)));
    });
    return { child, port };
  }
}

/** What a function consists of: paths in its folder, and their files. */
export function listFunctionFiles(folder: string, project: string): Map<string, string> {
  const { filePathMap = {} } = readConfig(folder);
  return new Map(Object.entries(filePathMap).map(([name, source]) => [name, path.join(project, source)]));
}

function readConfig(folder: string): FunctionConfig {
  return JSON.parse(readFileSync(path.join(folder, '.vc-config.json'), 'utf8')) as FunctionConfig;
}
