import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageFacts } from './finished-record';
import { type Bytes, type KnownSizes, measurePage, type PageSize } from './page-size';
import { createAssetReader } from './read-asset';

/** The report at the end of a build: the largest page of each type, and which pages keep the runtime, and why. */
export async function formatReport(pages: readonly PageFacts[], distFolder: string): Promise<string> {
  const types = readPageTypes(distFolder);
  const readAsset = createAssetReader(distFolder);
  const largest = new Map<string, PageFacts>();
  for (const page of pages) {
    const type = types.get(page.name) ?? page.name;
    const known = largest.get(type);
    if (!known || isLarger(page, known)) largest.set(type, page);
  }
  const known: KnownSizes = new Map();
  const rows = await Promise.all(
    [...largest]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([type, { file }]) => {
        const html = readFileSync(path.join(distFolder, file), 'utf8');
        return toRow(type, await measurePage(html, readAsset, known));
      }),
  );
  const kept = pages.filter(({ keptFor }) => keptFor.length > 0);
  return [
    'Largest page of each type, first visit without images: bytes raw / gzip / brotli',
    ...alignColumns([['Type', 'HTML', 'of it CSS', 'JavaScript', 'Fonts', 'Requests'], ...rows]),
    kept.length === 0 ? 'No page ships framework JavaScript.' : 'Pages that keep the framework, and why:',
    ...kept.map(({ name, keptFor }) => `  /${name}: ${keptFor.join(', ')}`),
  ].join('\n');
}

/** Compressing every page to compare them would take longer than the build; the runtime outweighs any text. */
function isLarger(page: PageFacts, known: PageFacts): boolean {
  const keeps = ({ keptFor }: PageFacts) => Number(keptFor.length > 0);
  return keeps(page) - keeps(known) > 0 || (keeps(page) === keeps(known) && page.bytes > known.bytes);
}

function toRow(type: string, size: PageSize): string[] {
  const bytes = ({ raw, gzip, brotli }: Bytes) => `${raw} / ${gzip} / ${brotli}`;
  return [
    type,
    bytes(size.html),
    bytes(size.css),
    bytes(size.js),
    String(size.fonts.raw),
    String(size.requests),
  ];
}

/** The route that made each page: `posts/hello` → `/posts/[slug]`. */
function readPageTypes(distFolder: string): Map<string, string> {
  const manifest = JSON.parse(readFileSync(path.join(distFolder, 'prerender-manifest.json'), 'utf8')) as {
    routes: Record<string, { srcRoute: string | null }>;
  };
  return new Map(
    Object.entries(manifest.routes).map(([route, { srcRoute }]) => [
      route === '/' ? 'index' : decodeURI(route.slice(1)),
      srcRoute ?? route,
    ]),
  );
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
