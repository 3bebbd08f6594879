import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readState } from '@/lib/build/build-state';
import { DEMO } from '@/scripts/test-sites';
import { expect, test } from '../site';
import { runScript } from './run-script';

const AGAIN = '.next-again';
const SITE = path.join(AGAIN, 'site');

/** What a host hands out, and the script bundles that pages are made with. */
const SERVED = /^(server\/(app|pages)|static)\/(?!.*(\.nft\.json|\.map)$)/;

test('An author who builds the same content twice gets the same site, byte for byte', async () => {
  const day = process.env.TODAY ?? '';
  const cache = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  try {
    const { status, output } = await runScript('lib/cli/build.ts', {
      ...DEMO.environment,
      DIST_DIR: AGAIN,
      CACHE_DIR: cache,
      TZ: 'Pacific/Kiritimati',
      TODAY: day,
    });
    expect(status, output).toBe(0);
    const stale = 'The build is not of these sources and this day. Make a new one: npm test -- build e2e.';
    expect(readState(SITE), stale).toEqual(readState(DEMO.folder));
    const files = listServed(DEMO.folder);
    expect(files.length).toBeGreaterThan(100);
    expect(listServed(SITE)).toEqual(files);
    const isSame = (file: string) =>
      readFileSync(path.join(DEMO.folder, file)).equals(readFileSync(path.join(SITE, file)));
    expect(files.filter((file) => !isSame(file))).toEqual([]);
  } finally {
    for (const folder of [cache, AGAIN]) rmSync(folder, { recursive: true, force: true });
  }
});

function listServed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => SERVED.test(file) && statSync(path.join(folder, file)).isFile())
    .sort();
}
