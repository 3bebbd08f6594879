import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { loadContent } from '../lib/content/posts';
import type { outlineText, Text } from '../lib/markdown/compile/compile';

type Outline = typeof outlineText;

/** What each variant has in the place of a file of ours: modules whose exports have the same names. */
const VARIANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ours: {},
  'unist-util-visit': {
    'lib/markdown/compile/visit.ts': "export { EXIT, SKIP, visit } from 'unist-util-visit';",
  },
  'remark-gfm': {
    'lib/markdown/elements/github.ts':
      "import gfm from 'remark-gfm';\nexport function readGitHub() { return gfm.call(this); }",
  },
};

/** How often each text is compiled; its shortest time counts, which load on the machine changes least. */
const PASSES = 20;

/**
 * `CONTENT_DIR=… npx tsx scripts/bench-markdown.ts`: what our own copies of library parts save where a text is checked.
 * The variants take turns text by text in one process, so that load on the machine meets all of them alike.
 */
async function benchMarkdown(): Promise<void> {
  const texts: readonly Text[] = loadContent('author').posts;
  const folder = mkdtempSync(path.resolve('node_modules/.bench-'));
  try {
    const outlines = new Map<string, Outline>();
    for (const [name, replaced] of Object.entries(VARIANTS)) {
      outlines.set(name, await loadOutline(path.join(folder, `${name}.mjs`), replaced));
    }
    print(texts.length, await measure(texts, outlines));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `outlineText` with the files replaced, bundled so that each variant has modules of its own. */
async function loadOutline(outfile: string, replaced: Readonly<Record<string, string>>): Promise<Outline> {
  await build({
    entryPoints: ['lib/markdown/compile/compile.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'replace',
        setup: ({ onLoad }) =>
          onLoad({ filter: /lib[\\/]markdown[\\/]/ }, ({ path: file }) => {
            const contents = replaced[path.relative('.', file).split(path.sep).join('/')];
            return contents === undefined ? undefined : { contents, loader: 'js', resolveDir: '.' };
          }),
      },
    ],
  });
  return (await import(outfile)).outlineText;
}

/** Milliseconds of one core for all texts, by variant. */
async function measure(
  texts: readonly Text[],
  outlines: ReadonlyMap<string, Outline>,
): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for (const text of texts) {
    const shortest = new Map<string, number>();
    for (let pass = 0; pass < PASSES; pass++) {
      for (const [name, outline] of outlines) {
        const start = process.cpuUsage();
        await outline(text);
        const { user, system } = process.cpuUsage(start);
        shortest.set(name, Math.min(shortest.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1000));
      }
    }
    for (const [name, time] of shortest) sums.set(name, (sums.get(name) ?? 0) + time);
  }
  return sums;
}

function print(count: number, times: ReadonlyMap<string, number>): void {
  const ours = times.get('ours') ?? 0;
  const rows = [...times].map(([name, time]) => [
    name,
    { 'ms a text': (time / count).toFixed(2), ratio: (time / ours).toFixed(2) },
  ]);
  console.table(Object.fromEntries(rows));
}

await benchMarkdown();
