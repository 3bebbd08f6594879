import { build } from 'esbuild';
import { createProcessCache } from '../cache/process-cache';

/**
 * The script of a thread, bundled from its sources by another process: call this as soon as it is
 * known that there will be much to do. One file of plain JavaScript starts in a tenth of the time that tsx and hundreds of files take.
 * `external` are packages that few jobs need: a thread loads them when it does.
 */
export function bundleThread(entry: string, external: readonly string[] = []): Promise<string> {
  return scripts.getOrCreate(entry, () => bundle(entry, external));
}

const scripts = createProcessCache<string, Promise<string>>('scripts of threads');

async function bundle(entry: string, external: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    // A thread that is given code as text runs it in the global scope, where a `document` passes for a browser's.
    format: 'iife',
    target: 'node20',
    external: [...external],
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}
