import { test } from 'playwright/test';

/** For tests: each of the file begins with the environment that the file found, and the file leaves it as that. */
export function keepEnvironment(): void {
  let found: Record<string, string | undefined> = {};
  const restore = () => {
    for (const name of Object.keys(process.env))
      if (!(name in found)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, found);
  };
  test.beforeAll(() => {
    found = { ...process.env };
  });
  test.beforeEach(restore);
  test.afterAll(restore);
}
