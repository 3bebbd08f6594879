import { expect, test } from 'playwright/test';
import { compress, isCompressible } from './compress';

for (const [type, expected] of [
  ['text/html; charset=utf-8', true],
  ['text/markdown', true],
  ['text/vtt', true],
  ['application/javascript', true],
  ['application/atom+xml; charset=utf-8', true],
  ['application/manifest+json', true],
  ['application/json', true],
  ['image/svg+xml', true],
  ['image/png', false],
  ['video/mp4', false],
  ['font/woff2', false],
  ['application/octet-stream', false],
  ['application/zip', false],
] as const) {
  test(`${type} is ${expected ? '' : 'not '}compressed`, () => {
    expect(isCompressible(type)).toBe(expected);
  });
}

test('what would not become smaller stays as it is', async () => {
  const noise = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 * (index ^ 41)) % 251));
  expect(await compress(Buffer.from('short'), 'br')).toBeUndefined();
  expect((await compress(Buffer.from('words '.repeat(1000)), 'gz'))?.length).toBeLessThan(100);
  for (const form of ['br', 'gz'] as const) {
    const compressed = await compress(noise, form);
    expect(compressed?.length ?? 0).toBeLessThan(noise.length);
  }
});
