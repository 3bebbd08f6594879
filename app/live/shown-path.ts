import { cache } from 'react';

interface Awaited {
  readonly path: Promise<string>;
  readonly settle: (path: string) => void;
}

/**
 * The path that a request shows. React makes the page for what does not exist beside every other one, and gives it no address: it
 * waits for the page that has it.
 */
export const getShownPath = cache((): Awaited => {
  let settle: Awaited['settle'] = () => {};
  const path = new Promise<string>((resolve) => {
    settle = resolve;
  });
  return { path, settle };
});
