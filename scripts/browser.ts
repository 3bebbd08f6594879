import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { runCommand } from './run-command';

/** Without windows: tests take half the time. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const { PROGRAMFILES, 'PROGRAMFILES(X86)': PROGRAMFILES_X86, LOCALAPPDATA, HOME } = process.env;
const WINDOWS_CHROME = 'Google\\Chrome\\Application\\chrome.exe';
const MAC_APPS = ['Google Chrome', 'Chromium'].map(
  (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
);

const PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  ...MAC_APPS.flatMap((app) => [`/${app}`, ...(HOME ? [path.join(HOME, app)] : [])]),
  ...[PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].flatMap((folder) =>
    folder ? [path.join(folder, WINDOWS_CHROME)] : [],
  ),
];

/** Flags under which a browser starts in a container as well and asks nothing of the network for itself. */
export const BROWSER_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  // Letters as wide as on the screens of readers, which round no widths.
  '--font-render-hinting=none',
];

/**
 * Absolute path of a Chromium or Chrome: `CHROMIUM_PATH`, one already installed, or Playwright's own. A `shell` without
 * windows, which keeps no pages for going back, will do where there is one.
 */
export function findBrowser(kind: 'shell' | 'whole' = 'whole'): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return wanted;
  const names = kind === 'shell' ? [...SHELLS, ...NAMES] : NAMES;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const own = chromium.executablePath();
  return [...onPath, ...PLACES, own].find((file) => existsSync(file) && isRunning(file));
}

/**
 * A browser for the tests, fetched where there is none, and its shell, where apt-get can fetch that. Undefined, after saying why, where
 * there is no way to one.
 */
export async function provideBrowser(): Promise<string | undefined> {
  const found = findBrowser();
  if (found !== undefined) {
    if (!hasShell() && isDebians(found) && mayInstall()) await install('chromium-headless-shell');
    return found;
  }
  console.info('No Chromium or Chrome is installed here: Playwright fetches its own.');
  if ((await runCommand('playwright', ['install', 'chromium'])) === 0) {
    const fetched = findBrowser();
    if (fetched !== undefined) return fetched;
  }
  if (!mayInstall()) return undefined;
  console.info('That failed: apt-get installs the chromium of this system.');
  if (!(await install('chromium'))) return undefined;
  // Some releases have none, and tests take longer there.
  await install('chromium-headless-shell');
  return findBrowser();
}

/** Whether `findBrowser('shell')` finds one, and not a whole browser. */
function hasShell(): boolean {
  return process.env.CHROMIUM_PATH !== undefined || findBrowser('shell') !== findBrowser();
}

function isDebians(browser: string): boolean {
  return /^\/usr\/(bin|lib\/chromium)\/chromium$/.test(browser);
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** Installs a package of the system; its lists are read anew where it is not in them. */
async function install(name: string): Promise<boolean> {
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  const run = async (...args: string[]) => (await runCommand('apt-get', args, quietly)) === 0;
  return (await run('install', '-y', name)) || ((await run('update')) && (await run('install', '-y', name)));
}

/** Some systems put a script in the place of a browser that only says how to install one. */
function isRunning(file: string): boolean {
  // On Windows the question for the version would open a window.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /Chrom/i.test(stdout);
}
