/** What ends the process. */
const ENDINGS = ['exit', 'abort', 'kill', 'reallyExit'] as const;

/** The process as the code of a text sees it: what would end it throws. */
export function toGuardedProcess(): object {
  return Object.create(process, Object.fromEntries(ENDINGS.map((name) => [name, { value: refuse(name) }])));
}

/**
 * Guards the process itself, which code reaches in other ways than by its name, until the function that is returned is called. For code
 * that runs without a pause.
 */
export function guardProcess(): () => void {
  const target = process as unknown as Record<string, unknown>;
  const real = ENDINGS.map((name) => [name, target[name]] as const);
  for (const name of ENDINGS) target[name] = refuse(name);
  return () => {
    for (const [name, end] of real) target[name] = end;
  };
}

/** A timer whose callback cannot fail for anybody, and which holds up nothing for ever. */
export function toQuietTimer(
  start: (run: () => void, ...rest: never[]) => NodeJS.Timeout | NodeJS.Immediate,
) {
  return (run: unknown, delay?: number, ...given: unknown[]) => {
    const quiet = () => {
      try {
        const value: unknown = typeof run === 'function' ? run(...given) : undefined;
        if (value instanceof Promise) value.catch(() => undefined);
      } catch {
        // It is no part of the text, which is done by then.
      }
    };
    const timer = (start as (run: () => void, delay?: number) => NodeJS.Timeout)(quiet, delay);
    if (start.name === 'setInterval') timer.unref();
    return timer;
  };
}

function refuse(name: string) {
  return () => {
    throw new Error(`process.${name}() would end the whole site`);
  };
}
