import { readFileSync } from 'node:fs';
import { getBuildFolders } from '../build/build-folder';
import { getContentFolder } from '../content/posts';
import { readArguments, type Usage } from './arguments';
import { checkAddress } from './doctor/check-address';
import { checkBrowser } from './doctor/check-browser';
import { checkDisk } from './doctor/check-disk';
import { checkNode } from './doctor/check-node';
import { checkPackages } from './doctor/check-packages';
import { checkReaders } from './doctor/check-readers';
import { checkSecrets } from './doctor/check-secrets';
import { checkSettings } from './doctor/check-settings';
import type { Diagnosis } from './doctor/diagnosis';
import { EXIT, type Terminal, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run doctor',
  what: 'Looks at everything that a build needs besides posts: Node.js, packages, settings, address, secrets, mail, database, disk, browser.',
  help: [],
  options: {},
  needed: [],
  atMost: 0,
};

const MARKS = { ok: 'ok', warning: '!', error: 'ERROR' } as const;

/** `npm run doctor`: prints a line for each thing, and what to do; fails where a build or a deployment would. */
export async function doctor(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const found = diagnose();
  for (const { subject, state, message, remedy } of found) {
    writeLine(terminal, `${MARKS[state].padEnd(6)}${subject.padEnd(14)}${message}`);
    if (remedy !== undefined) writeLine(terminal, `${' '.repeat(20)}${remedy}`);
  }
  return found.some(({ state }) => state === 'error') ? EXIT.failed : EXIT.done;
}

function diagnose(): Diagnosis[] {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  const { diagnosis, site } = checkSettings(getContentFolder());
  return [
    checkNode(process.versions.node, engines.node),
    checkPackages('.'),
    diagnosis,
    ...(site ? [checkAddress(site.url)] : []),
    ...checkSecrets('.', process.env.SHARE_SECRET),
    ...(site ? checkReaders(site, process.env) : []),
    checkDisk(getBuildFolders().root),
    checkBrowser(process.env),
  ];
}
