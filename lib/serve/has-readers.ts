import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Whether readers can answer on the site of a build: then it has the routes for it. */
export function hasReaders(buildFolder: string): boolean {
  try {
    const file = path.join(/* turbopackIgnore: true */ buildFolder, 'app-path-routes-manifest.json');
    return '/moderate/page' in JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
