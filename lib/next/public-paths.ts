import { existsSync, readdirSync } from 'node:fs';

/** The files and folders of `folder`, a copy of `public`, as header rules spell them. */
export function listPublicPaths(folder = 'public'): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`))
    .filter((path) => !path.slice(0, -1).includes('*'))
    .sort();
}
