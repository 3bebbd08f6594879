import path from 'node:path';
import { build } from 'esbuild';
import { createDiskCache, type DiskCache } from '../cache/disk-cache';
import { createProcessCache } from '../cache/process-cache';

/** The script of a thread, and packages that few jobs need: a thread loads them when it does. */
export interface ThreadScript {
  /** Source file, absolute. */
  readonly entry: string;
  readonly external?: readonly string[];
}

/**
 * The code of a thread, bundled from its sources by another process and kept on the disk: call this as soon as it is known
 * that there will be much to do. One file of plain JavaScript starts in a tenth of the time that tsx and hundreds of files
 * take.
 */
export function bundleThread(script: ThreadScript): Promise<string> {
  return scripts.getOrCreate(script.entry, async () => {
    const disk = openCache(script);
    const known = disk.read(toKey(script));
    if (known) return known.toString('utf8');
    const code = await bundle(script);
    disk.write(toKey(script), code);
    return code;
  });
}

/** Whether an earlier run has left the code of a thread on the disk: then a thread is ready at once. */
export function isThreadBundled(script: ThreadScript): boolean {
  return openCache(script).keep(toKey(script));
}

const scripts = createProcessCache<string, Promise<string>>('scripts of threads');

/** Newer sources of the thread have another cache. */
function openCache({ entry }: ThreadScript): DiskCache {
  return createDiskCache('threads', path.relative(process.cwd(), entry).split(path.sep).join('/'));
}

function toKey({ external = [] }: ThreadScript): string {
  return external.join('\n');
}

async function bundle({ entry, external = [] }: ThreadScript): Promise<string> {
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
