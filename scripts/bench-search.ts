import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { getSearchScript } from '../lib/bundles/search-script';
import { getContentFolder, loadContent } from '../lib/content/posts';
import { buildSearchIndex } from '../lib/search/build/build-search-index';
import { openFinder } from '../lib/search/finder';

/** As many results as the dialog shows at first. */
const SHOWN = 6;
const QUERIES =
  'cache|C++|C#|.NET|--no-cache|std::vector|useEffect|use_effect|@decorator|foo.bar()|connection pool|garbage collecter|kubernets|con|日本|the cache of the query planner under load with redis';

/**
 * `CONTENT_DIR=… npx tsx scripts/bench-search.ts [query …]`: what the search index of a content folder weighs, and
 * what a first query loads and takes. Run it twice: the first run compiles the posts.
 */
async function benchSearch(queries: readonly string[]): Promise<void> {
  const index = loadContent('public');
  const start = performance.now();
  const pieces = await buildSearchIndex(index);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.info(`${index.posts.length} posts, ${pieces.size} pieces, ${seconds} s, ${memory} MiB`);
  console.table(toKinds(pieces));
  console.info(`Script, deflated by the host: ${getSearchScript().code.length} bytes before that`);
  const rows: Record<string, object> = {};
  for (const text of queries) rows[text] = await measure(text, pieces);
  console.table(rows);
}

function toKinds(pieces: ReadonlyMap<string, Buffer>): Record<string, object> {
  const sizes = new Map<string, number[]>();
  for (const [name, { length }] of pieces) {
    const kind = name.replace(/^[0-9a-f]{10}-|-\d+$/g, '');
    sizes.set(kind, [...(sizes.get(kind) ?? []), length]);
  }
  const sum = (all: readonly number[]) => all.reduce((total, size) => total + size, 0);
  return Object.fromEntries(
    [...sizes].map(([kind, all]) => [
      kind,
      {
        pieces: all.length,
        bytes: sum(all),
        mean: Math.round(sum(all) / all.length),
        largest: Math.max(...all),
      },
    ]),
  );
}

async function measure(text: string, pieces: ReadonlyMap<string, Buffer>): Promise<object> {
  let bytes = 0;
  let requests = 0;
  const finder = await openFinder(async (name) => {
    const piece = pieces.get(name) ?? Buffer.of();
    bytes += piece.length;
    requests += 1;
    return new Uint8Array(inflateRawSync(piece));
  });
  const start = performance.now();
  const found = await finder.find({ text });
  const results = await Promise.all(found.hits.slice(0, SHOWN).map((hit) => finder.readResult(hit, found)));
  const milliseconds = Math.round(performance.now() - start);
  return { hits: found.hits.length, shown: results.length, bytes, requests, milliseconds };
}

Object.assign(process.env, { NODE_ENV: 'production' });
console.info(`Content: ${path.relative(process.cwd(), getContentFolder()) || '.'}`);
const given = process.argv.slice(2);
await benchSearch(given.length > 0 ? given : QUERIES.split('|'));
