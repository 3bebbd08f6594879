import { existsSync } from 'node:fs';
import { EXIT, processTerminal, type Terminal, writeError } from './terminal';

/** A command: its arguments in, its exit code out. */
type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init')).init,
  new: async () => (await import('./new')).newPost,
  publish: async () => (await import('./publish')).publish,
  check: async () => (await import('./check')).check,
  rename: async () => (await import('./rename')).rename,
  permalinks: async () => (await import('./permalinks')).permalinks,
  share: async () => (await import('./share')).share,
  doctor: async () => (await import('./doctor')).doctor,
  pack: async () => (await import('./pack')).pack,
  verify: async () => (await import('./verify')).verify,
  mentions: async () => (await import('./mentions')).mentions,
  readers: async () => (await import('./readers')).readers,
  newsletter: async () => (await import('./newsletter')).newsletter,
  announce: async () => (await import('./announce')).announce,
  start: async () => (await import('./start')).start,
};

/**
 * `node --import tsx lib/cli/main.ts <command> …`, as the scripts of `package.json` call it. `check` keeps every processor busy with
 * texts: threads of V8 that collect garbage beside it would cost a tenth of its time, and are off there.
 */
async function main([name = '', ...args]: readonly string[], terminal: Terminal): Promise<number> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    writeError(terminal, `There is no command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}.`);
    return EXIT.misused;
  }
  readEnvironment();
  try {
    return await (await load())(args, terminal);
  } catch (error) {
    writeError(terminal, error instanceof Error ? error.message : String(error));
    return EXIT.failed;
  }
}

/** The files in which Next.js looks for settings of one machine too; what is set already stays. */
function readEnvironment(): void {
  for (const file of ['.env.local', '.env']) {
    if (existsSync(file)) process.loadEnvFile?.(file);
  }
}

process.exitCode = await main(process.argv.slice(2), processTerminal);
