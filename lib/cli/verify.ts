import { statSync } from 'node:fs';
import { readFolder } from '../verify/read-folder';
import { readServer } from '../verify/read-server';
import type { SiteReader } from '../verify/site-reader';
import { verifySite } from '../verify/verify-site';
import { readArguments, refuse, type Usage } from './arguments';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run verify -- https://ada.example',
  what: 'Visits a site as a stranger does, at its address or in the folder of an export, and lists what is wrong.',
  help: [['--format json', 'for programs']],
  options: { format: { type: 'string' } },
  needed: ['an address, or the folder of an export'],
  atMost: 1,
};

/** `npm run verify`: fails where something is wrong. */
export async function verify(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const format = read.text('format') ?? 'text';
  if (format !== 'text' && format !== 'json')
    return refuse(`There is no format "${format}". Formats: text, json.`, USAGE, terminal);
  const [target = ''] = read.names;
  const reader = toReader(target);
  if (!reader) return refuse(`"${target}" is neither a folder nor an address.`, USAGE, terminal);
  const { origin, visited, problems } = await verifySite(reader);
  if (format === 'json') writeLine(terminal, JSON.stringify({ origin, visited, problems }, null, 2));
  else {
    for (const { address, rule, message } of problems) writeLine(terminal, `${address}  ${rule}: ${message}`);
    const found = problems.length === 1 ? '1 problem' : `${problems.length.toLocaleString('en')} problems`;
    writeError(terminal, `${visited.toLocaleString('en')} addresses of ${origin} visited, ${found}.`);
  }
  return problems.length === 0 ? EXIT.done : EXIT.failed;
}

function toReader(target: string): SiteReader | undefined {
  if (/^https?:\/\//.test(target) && URL.canParse(target)) return readServer(target);
  return statSync(target, { throwIfNoEntry: false })?.isDirectory() ? readFolder(target) : undefined;
}
