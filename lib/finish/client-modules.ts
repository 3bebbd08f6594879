import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Source paths of client modules by the id that flight data gives them: `[project]/components/x.tsx`. */
export type ClientModules = ReadonlyMap<string, string>;

/** Reads the client manifests that `next build` writes below `server/app` of its output folder. */
export function readClientModules(distFolder: string): ClientModules {
  const app = path.join(distFolder, 'server', 'app');
  const modules = new Map<string, string>();
  for (const file of readdirSync(app, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('_client-reference-manifest.js')) continue;
    for (const [source, { id }] of Object.entries(
      parseManifest(readFileSync(path.join(app, file), 'utf8')),
    )) {
      modules.set(String(id), source.replace(/ <module evaluation>$/, ''));
    }
  }
  return modules;
}

/** Next's router and its components, `next/link`, `next/form`, `next/image` and `next/dynamic`. */
const NAVIGATION =
  /\/node_modules\/next\/dist\/(?:esm\/)?(?:client\/(?:components|app-dir)\/|client\/image-component\.|lib\/(?:framework|metadata)\/|shared\/lib\/lazy-dynamic\/)/;

/** Parts of Next without which a page only loses client-side navigation. Others, such as `next/script`, are needed. */
export function isFrameworkModule(source: string): boolean {
  if (NAVIGATION.test(source)) return true;
  // An error boundary does something only when another client component fails.
  return /^\[project\]\/app\/(?:.*\/)?(?:global-)?error\.tsx$/.test(source);
}

/** The manifest is a script that assigns one JSON value for each entry point. */
function parseManifest(script: string): Record<string, { id: string | number }> {
  const start = script.indexOf('] = ');
  const json = script
    .slice(start + 4)
    .trim()
    .replace(/;$/, '');
  return (JSON.parse(json) as { clientModules: Record<string, { id: string | number }> }).clientModules;
}
