import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import type { PageFacts } from './finished-record';
import { removeFlightData } from './remove-flight-data';

const META = {
  headers: { 'x-nextjs-prerender': '1' },
  segmentPaths: ['/_tree'],
  prefetchHints: { hints: 0 },
};

test('pages without the runtime keep no flight data, and others all', async () => {
  const folder = test.info().outputPath('build');
  for (const name of ['plain', 'kept']) {
    write(folder, `${name}.html`, name);
    write(folder, `${name}.rsc`, 'flight');
    write(folder, `${name}.meta`, JSON.stringify(META));
    write(folder, `${name}.segments/_tree.segment.rsc`, 'flight');
    linkSync(path.join(folder, 'server/app', `${name}.rsc`), path.join(folder, `${name} of the last build`));
  }
  write(folder, 'static.html', 'without flight data');
  await removeFlightData(folder, [
    toFacts('plain'),
    toFacts('kept', 'components/chart.tsx'),
    toFacts('static'),
  ]);
  const files = readdirSync(path.join(folder, 'server/app'), { recursive: true, encoding: 'utf8' });
  expect(files.sort()).toEqual([
    ...['kept.html', 'kept.meta', 'kept.rsc', 'kept.segments', 'kept.segments/_tree.segment.rsc'],
    ...['plain.html', 'plain.meta', 'plain.rsc', 'static.html'],
  ]);
  expect(read(folder, 'server/app/plain.rsc')).toBe('');
  expect(JSON.parse(read(folder, 'server/app/plain.meta'))).toEqual({ headers: META.headers });
  expect(JSON.parse(read(folder, 'server/app/kept.meta'))).toEqual(META);
  expect(read(folder, 'server/app/kept.rsc')).toBe('flight');
  expect(read(folder, 'plain of the last build')).toBe('flight');
});

function toFacts(name: string, ...keptFor: string[]): PageFacts {
  return { name, file: `server/app/${name}.html`, hash: '', bytes: 0, keptFor, scripts: [], fonts: [] };
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, 'server/app', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}
