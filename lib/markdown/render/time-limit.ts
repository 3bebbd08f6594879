import { Script } from 'node:vm';
import { guardProcess } from './guard-process';

/** Milliseconds that the code of a text may run, and that what it waits for may take. */
export const TIME_LIMIT = 3000;

/** Thrown where code goes on for longer. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';

  constructor() {
    super(`it does not come to an end within ${TIME_LIMIT / 1000} seconds`);
  }
}

/** The result of a function whose loops may never end; then it throws a `TimeLimitError`. What it begins and does not await is not timed. */
export function runWithin<Value>(run: () => Value): Value {
  const box = { run, value: undefined as Value | undefined };
  const key = `__colophonRun${Math.random()}`;
  Object.defineProperty(globalThis, key, { value: box, configurable: true });
  const release = guardProcess();
  try {
    // The watch of a script ends whatever runs within it, also functions from elsewhere.
    const script = new Script(`{ const box = globalThis[${JSON.stringify(key)}]; box.value = box.run(); }`);
    script.runInThisContext({ timeout: TIME_LIMIT });
    return box.value as Value;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
      ? new TimeLimitError()
      : error;
  } finally {
    release();
    Reflect.deleteProperty(globalThis, key);
  }
}

/** What a promise gives; rejects with a `TimeLimitError` where that takes too long. */
export async function settleWithin<Value>(promise: PromiseLike<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError()), TIME_LIMIT);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
