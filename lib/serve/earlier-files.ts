import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { IMMUTABLE } from '../site/response-headers';
import { type AddressTable, type Answer, readAddressTable } from './address-table';

/** What pages that were opened before a build still load, by address. */
export type EarlierAnswers = Readonly<Record<string, Answer>>;

/** Folder of a build with the files of builds before it. */
export const EARLIER = 'earlier';

/** Milliseconds for which a page may be open and find what it loads: a day. */
const KEPT_FOR = 86_400_000;

/** Addresses with nothing in them that an author wrote. */
const CODE = /^\/(elements|_next)\//;

/**
 * Takes over from the build in `from` the files with a hash in their address that the build in `to` no longer has, whose answers
 * are `current`: a page that was opened before asks for its scripts, pictures and search by those. Where a page is gone, only
 * code is kept: what an author withdraws is withdrawn. Gives the answers of these files, each until a day after it went.
 */
export function keepEarlierFiles(
  current: Readonly<Record<string, Answer>>,
  { from, to, now = Date.now() }: { readonly from: string; readonly to: string; readonly now?: number },
): EarlierAnswers {
  const before = readTable(from);
  const picked = before ? pickEarlier(before, current, now) : [];
  const kept = picked.flatMap(([address, answer]): [string, Answer][] => {
    const file = keepFile(answer, from, to);
    return file === undefined ? [] : [[address, { ...answer, file, goneSince: answer.goneSince ?? now }]];
  });
  removeOthers(
    path.join(to, EARLIER),
    kept.map(([, answer]) => answer),
  );
  return Object.fromEntries(kept);
}

/** A build of an older engine may have none, or one that is damaged. */
function readTable(folder: string): AddressTable | undefined {
  try {
    return readAddressTable(folder);
  } catch {
    return undefined;
  }
}

function pickEarlier(
  { answers, earlier = {}, headers }: AddressTable,
  current: Readonly<Record<string, Answer>>,
  now: number,
): [string, Answer][] {
  const isGone = ([address]: [string, Answer]) => !Object.hasOwn(current, address);
  const gone = Object.entries(answers).filter(isGone);
  const isWithdrawn = gone.some(([, { type }]) => type.startsWith('text/html'));
  return [...Object.entries(earlier).filter(isGone), ...gone].filter(
    ([address, { headers: set, goneSince = now }]) =>
      headers[set]?.['Cache-Control'] === IMMUTABLE &&
      now - goneSince < KEPT_FOR &&
      (!isWithdrawn || CODE.test(address)),
  );
}

/** Brings the file and its compressed forms into the folder of the build, and gives its path below that. */
function keepFile({ file, hash, compressed = [] }: Answer, from: string, to: string): string | undefined {
  const kept = `${EARLIER}/${hash}${path.extname(file)}`;
  const endings = ['', ...compressed.map((form) => `.${form}`)];
  mkdirSync(path.join(to, EARLIER), { recursive: true });
  const isKept = endings.every((ending) =>
    bring(path.join(from, file + ending), path.join(to, kept + ending)),
  );
  return isKept ? kept : undefined;
}

/** By a link where there can be one. False where there is no such file. */
function bring(file: string, target: string): boolean {
  if (existsSync(target)) return true;
  if (!existsSync(file)) return false;
  try {
    linkSync(file, target);
  } catch {
    copyFileSync(file, target);
  }
  return true;
}

function removeOthers(folder: string, kept: readonly Answer[]): void {
  if (!existsSync(folder)) return;
  const names = new Set(
    kept.flatMap(({ file, compressed = [] }) =>
      [file, ...compressed.map((form) => `${file}.${form}`)].map((name) => path.basename(name)),
    ),
  );
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(path.join(folder, name));
}
