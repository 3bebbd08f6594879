import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * What is made once for a process: Next loads the engine several times into it, for its settings, its pages and its
 * routes, and none of them should read again what another has read. In development it is made anew where the code of
 * the engine changed since.
 */
export function shareInProcess<Value>(name: string, make: () => Value): Value {
  const known = shelf.get(name);
  if (known?.version === VERSION) return known.value as Value;
  const value = make();
  shelf.set(name, { version: VERSION, value });
  return value;
}

const holder = globalThis as typeof globalThis & {
  __colophonShelf?: Map<string, { version: number; value: unknown }>;
};
holder.__colophonShelf ??= new Map();
const shelf = holder.__colophonShelf;

/** When this module was loaded, the last change of the code that reads content. Always the same in production. */
const VERSION = process.env.NODE_ENV === 'production' ? 0 : findLastChange();

function findLastChange(): number {
  const lib = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib');
  const files = [lib, ...['cache', 'content', 'site'].map((name) => path.join(lib, name))].flatMap((folder) =>
    readdirSync(folder).map((name) => path.join(folder, name)),
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
