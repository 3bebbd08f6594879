import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Diagnosis } from './diagnosis';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
];

/** Whether there is a browser for `npm test`; nothing else needs one. */
export function checkBrowser(environment: Readonly<Record<string, string | undefined>>): Diagnosis {
  const subject = 'Browser';
  const { CHROMIUM_PATH: named, PATH = '' } = environment;
  if (named) {
    if (existsSync(named)) return { subject, state: 'ok', message: named };
    return {
      subject,
      state: 'error',
      message: `CHROMIUM_PATH names ${named}, which does not exist.`,
      remedy: 'Name the program of Chromium or Chrome, or remove the variable.',
    };
  }
  const folders = PATH.split(path.delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = [...onPath, ...PLACES].find((file) => existsSync(file));
  if (found !== undefined) return { subject, state: 'ok', message: found };
  return {
    subject,
    state: 'warning',
    message: 'No Chromium or Chrome was found. Only `npm test` needs one.',
    remedy: '`npm test` downloads one; or install Chromium, or name it with CHROMIUM_PATH.',
  };
}
