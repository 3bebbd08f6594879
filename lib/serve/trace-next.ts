import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./list-loaded', import.meta.url)) + path.extname(import.meta.url);

/**
 * What Next loads before its first request for the build in `folder`, as absolute paths: that is found out by starting it. What
 * it loads later is in the traces that a build writes.
 */
export async function traceNext(folder: string): Promise<string[]> {
  const loaded = await new Promise<string[]>((resolve, reject) => {
    const child = fork(ENTRY, [folder], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    child.once('message', (files) => resolve(files as string[]));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`Next could not be started to see what it loads: ${code}.`)),
    );
  });
  return [...new Set(loaded.flatMap((file) => [file, ...listManifests(file)]))];
}

/** The `package.json` files that decide what a module is. */
function listManifests(file: string): string[] {
  const manifests: string[] = [];
  for (
    let folder = path.dirname(file);
    /[\\/]node_modules[\\/]/.test(folder);
    folder = path.dirname(folder)
  ) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) manifests.push(manifest);
  }
  return manifests;
}
