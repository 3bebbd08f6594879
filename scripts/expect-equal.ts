import { isDeepStrictEqual } from 'node:util';
import { expect } from 'playwright/test';

/**
 * `toEqual` for what is large: the runner writes down three times what a value is compared with, which takes seconds where that is a
 * hundred pages or the bytes of pictures. Here it does so only where the two may differ.
 */
export function expectEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, message).toEqual(expected);
}
