import { existsSync } from 'node:fs';
import { EXIT, type Terminal, writeError } from './terminal';

/** A command: its arguments in, its exit code out. */
type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init')).init,
  new: async () => (await import('./new')).newPost,
  publish: async () => (await import('./publish')).publish,
  check: async () => (await import('./check')).check,
  rename: async () => (await import('./rename')).rename,
  'card-fonts': async () => (await import('./card-fonts')).cardFonts,
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

/** Runs the command that the first argument names; its exit code. */
export async function runCommand(
  [name = '', ...args]: readonly string[],
  terminal: Terminal,
): Promise<number> {
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
