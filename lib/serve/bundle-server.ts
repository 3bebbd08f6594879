import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The scripts that are made of the server, each from the file beside this one. */
const SCRIPTS = { start: 'packed-start', health: 'check-health', 'render-process': 'render-process' };

/** Writes the server into `outdir` as scripts that load nothing but Node.js and Next; gives the files they are made from. */
export async function bundleServer(outdir: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: Object.entries(SCRIPTS).map(([out, name]) => ({
      in: fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
      out,
    })),
    outdir,
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['next'],
    // Packages of CommonJS ask for modules of Node.js in their own way.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs);
}

/** What `npm start` runs where none of its files has changed since: `lib/cli/start.mjs` compares. */
export async function writeServerScript(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const inputs = await bundleServer(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  const stamps = inputs.map((file) => [file, toStamp(file)]);
  writeFileSync(path.join(folder, 'made-from.json'), JSON.stringify(Object.fromEntries(stamps)));
}

function toStamp(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}
