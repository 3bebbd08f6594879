type Module = Readonly<Record<string, unknown>> & { readonly default: unknown };

/**
 * What `run` of @mdx-js/mdx does, without its compiler, which need not be loaded for a text that was compiled before. Code that
 * would end the process throws instead.
 */
export function runCode(code: string, runtime: object): Promise<Module> {
  // A function of its own around the code, in which the author may name something "process" too.
  const make = new Function('process', `return async function () {${code}\n}`) as (
    guarded: object,
  ) => (runtime: object) => Promise<Module>;
  return make(toGuarded())(runtime);
}

const ENDINGS = ['exit', 'abort', 'kill', 'reallyExit'];

function toGuarded(): object {
  const guards = ENDINGS.map((name) => [
    name,
    {
      value: () => {
        throw new Error(`process.${name}() would end the whole site`);
      },
    },
  ]);
  return Object.create(process, Object.fromEntries(guards));
}
