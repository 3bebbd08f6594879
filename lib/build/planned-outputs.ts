import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import { getToday } from '../content/posts';
import { toCspSources } from '../finish/csp-sources';
import { listParams, PARAM_ROUTES } from '../views/route-params';
import type { PlannedOutput } from './plan';

/** Addresses that carry a hash of what they answer. */
const HASHED = /^\/(media|elements|cards)\//;

/** Routes without parameters: Next makes them in every run. */
const SINGLE = [
  '/',
  '/_not-found',
  '/apple-icon.png',
  '/atom.xml',
  '/feed.css',
  '/feed.json',
  '/feed.xml',
  '/icon.svg',
  '/llms.txt',
  '/manifest.webmanifest',
  '/nearest.json',
  '/posts',
  '/robots.txt',
  '/search',
  '/sitemap.xml',
  '/tags',
];

/** Every output of the site with the digest of all that it shows. */
export async function listPlannedOutputs(index: ContentIndex): Promise<PlannedOutput[]> {
  const content = hashContent(index);
  const lists = await Promise.all(
    PARAM_ROUTES.map(async (route) =>
      (await listParams(route, index)).map((params: Readonly<Record<string, string>>) => {
        const address = toAddress(route, params);
        return { route, params, address, digest: HASHED.test(address) ? address : content };
      }),
    ),
  );
  const single = SINGLE.map((route) => ({ route, params: undefined, address: route, digest: content }));
  return [...single, ...lists.flat()];
}

function toAddress(route: string, params: Readonly<Record<string, string>>): string {
  return route.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** All files of the content, the settings and the day. */
function hashContent({ root, site, audience }: ContentIndex): string {
  const hash = createHash('sha256').update(
    JSON.stringify([getToday(site.timeZone), audience, site, toCspSources(site)]),
  );
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}
