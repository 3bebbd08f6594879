import { isIP } from 'node:net';
import path from 'node:path';
import { getBuildFolder } from '../build/build-folder';
import { findForgottenFile } from '../readers/forgetful-host';
import { hasReaders } from '../serve/has-readers';
import { SiteServer } from '../serve/site-server';
import { identifyBuild } from '../serve/snapshot';
import { readArguments, refuse, type Usage } from './arguments';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm start -- --port 8080',
  what: 'Serves the site that `npm run build` made, until it gets SIGTERM or SIGINT; takes over each further build.',
  help: [
    ['--port <number>', 'where it listens; else PORT, else 3000'],
    ['--hostname <address>', 'the address it listens on; else HOSTNAME, where that is an address, else all'],
  ],
  options: { port: { type: 'string', short: 'p' }, hostname: { type: 'string', short: 'H' } },
  needed: [],
  atMost: 0,
};

/** `npm start`: serves the build until a signal ends it; gives the exit code. */
export async function start(args: readonly string[], terminal: Terminal): Promise<number> {
  const before = Date.now();
  const given = readArguments(args, USAGE, terminal);
  if (typeof given === 'number') return given;
  const port = Number(given.text('port') ?? (process.env.PORT || 3000));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return refuse('The port is not a number from 0 to 65535.', USAGE, terminal);
  }
  const folder = getBuildFolder();
  if ((await identifyBuild(folder)) === undefined) {
    writeError(
      terminal,
      `There is no build in ${path.relative('', folder) || '.'}. Run \`npm run build\` first.`,
    );
    return EXIT.failed;
  }
  const forgotten = hasReaders(folder) ? findForgottenFile(process.env) : undefined;
  if (forgotten) {
    writeError(terminal, `${forgotten.message} ${forgotten.remedy}`);
    return EXIT.failed;
  }
  const server = await SiteServer.load(folder);
  const ended = waitForSignal();
  const listening = await listen(server, port, given.text('hostname'));
  if (typeof listening === 'string') {
    await server.close();
    writeError(terminal, listening);
    return EXIT.failed;
  }
  writeLine(
    terminal,
    `Serving ${path.relative('', folder)} on http://localhost:${listening}, ready in ${Date.now() - before} ms.`,
  );
  await ended;
  await server.close();
  return EXIT.done;
}

/** The port, or why there is none. */
async function listen(server: SiteServer, port: number, hostname = readHostname()): Promise<number | string> {
  try {
    return await server.listen(port, hostname);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.includes('EADDRINUSE')
      ? `Something else listens on port ${port}. Name another: npm start -- --port ${port + 1}`
      : reason;
  }
}

/** Containers set it to their own name, which is not where they are asked for. */
function readHostname(): string | undefined {
  const { HOSTNAME = '' } = process.env;
  return isIP(HOSTNAME) !== 0 || HOSTNAME === 'localhost' ? HOSTNAME : undefined;
}

/** Milliseconds. */
const PARENT_CHECKED_EVERY = 100;

/**
 * Settled with the first signal to end. Through npm it goes to the shell in between, which ends without passing it on: there,
 * a parent that is gone counts as well.
 */
function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    const { ppid } = process;
    setInterval(() => process.ppid !== ppid && resolve(), PARENT_CHECKED_EVERY).unref();
  });
}
