import { readServer } from '@/lib/verify/read-server';
import { verifySite } from '@/lib/verify/verify-site';
import { homePath } from './addresses';
import { expect, test } from './site';

test('A stranger finds nothing wrong with the site', async ({ baseURL, index }) => {
  const { origin, visited, problems } = await verifySite(readServer(new URL(homePath, baseURL).href));
  expect(problems).toEqual([]);
  expect(origin).toBe(new URL(index.site.url).origin);
  expect(visited).toBeGreaterThan(90);
});
