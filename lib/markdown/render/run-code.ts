import { toGuardedProcess, toQuietTimer } from './guard-process';

type Module = Readonly<Record<string, unknown>> & { readonly default: unknown };

/**
 * What `run` of @mdx-js/mdx does, without its compiler, which need not be loaded for a text that was compiled before. Code that
 * would end the process throws instead, and what it leaves for later neither ends nor holds up the process.
 */
export function runCode(code: string, runtime: object): Promise<Module> {
  // A function of its own around the code, in which the author may name something "process" too.
  const names = Object.keys(GUARDED);
  const make = new Function(...names, `return async function () {${code}\n}`) as (
    ...guarded: readonly unknown[]
  ) => (runtime: object) => Promise<Module>;
  return make(...Object.values(GUARDED))(runtime);
}

const GUARDED = {
  process: toGuardedProcess(),
  setTimeout: toQuietTimer(setTimeout),
  setInterval: toQuietTimer(setInterval),
  setImmediate: toQuietTimer(setImmediate),
};
