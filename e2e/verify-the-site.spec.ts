import { readServer } from '@/lib/verify/read-server';
import { verifySite } from '@/lib/verify/verify-site';
import { expect, test } from './site';

test('A stranger finds nothing wrong with the site', async ({ baseURL, index }) => {
  const { origin, visited, problems } = await verifySite(readServer(baseURL ?? ''));
  expect(problems).toEqual([]);
  expect(origin).toBe(index.site.url);
  expect(visited).toBeGreaterThan(90);
});
