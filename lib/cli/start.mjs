import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `npm start`: runs the script that the last build made of the server, which is there in a quarter of the time that its sources
 * take; these, where there is none, or where one of them has changed since.
 */
for (const file of ['.env.local', '.env']) {
  if (existsSync(file)) process.loadEnvFile?.(file);
}
const folder = path.resolve(process.env.DIST_DIR || '.next', 'serve');
if (isCurrent(folder)) {
  await import(pathToFileURL(path.join(folder, 'start.js')).href);
} else {
  process.argv.splice(2, 0, 'start');
  await import('tsx');
  await import('./main.ts');
}

/** @param {string} folder */
function isCurrent(folder) {
  try {
    const stamps = JSON.parse(readFileSync(path.join(folder, 'made-from.json'), 'utf8'));
    return Object.entries(stamps).every(([file, stamp]) => {
      const { size, mtimeMs } = statSync(file);
      return `${size} ${mtimeMs}` === stamp;
    });
  } catch {
    return false;
  }
}
