type Module = Readonly<Record<string, unknown>> & { readonly default: unknown };

/** What `run` of @mdx-js/mdx does, without its compiler, which need not be loaded for a text that was compiled before. */
export function runCode(code: string, runtime: object): Promise<Module> {
  return new AsyncFunction(code)(runtime);
}

const AsyncFunction = (async () => {}).constructor as new (
  code: string,
) => (runtime: object) => Promise<Module>;
