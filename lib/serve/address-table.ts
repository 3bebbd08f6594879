import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompressedForm } from '../finish/compress';

/** Name of the file in a build. */
export const ADDRESS_TABLE = 'addresses.json';

/** What a build has for one address. */
export interface Answer {
  /** Path of the file below the build, with forward slashes. */
  readonly file: string;
  /** Media type, with character set. */
  readonly type: string;
  readonly bytes: number;
  /** Names the bytes of the file. */
  readonly hash: string;
  /** Compressed forms beside the file, by the ending of their names. */
  readonly compressed?: readonly CompressedForm[];
  /** Index in `headers`. */
  readonly headers: number;
  /** Of a file that only earlier builds had: when the first without it was made, in milliseconds since 1970. */
  readonly goneSince?: number;
}

/** A route that is rendered on request. */
export interface Requested {
  /** Source of a regular expression for encoded paths. */
  readonly pattern: string;
  /** Index in `headers`. */
  readonly headers: number;
  /** Pages can be read; what handles a route decides about methods itself. */
  readonly isPage: boolean;
}

/** What a build has to answer with, and how: everything that a server needs to know of it. */
export interface AddressTable {
  /** The path below which all addresses are; nothing where the site has a host of its own. */
  readonly base: string;
  /** Finished answers by path, decoded. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** What pages that were opened before the build may still ask for, likewise. */
  readonly earlier?: Readonly<Record<string, Answer>>;
  /** For all paths that have none, with status 404. */
  readonly missing: Answer;
  /** The same for paths below those of sections in further languages. */
  readonly missingBelow?: Readonly<Record<string, Answer>>;
  /** Where old paths lead, as a browser spells them but in lower case and with no slash at the end. */
  readonly redirects: Readonly<Record<string, string>>;
  readonly requested: readonly Requested[];
  /** Sets of headers. */
  readonly headers: readonly Readonly<Record<string, string>>[];
}

/** The table of a build. Throws where there is none. */
export function readAddressTable(buildFolder: string): AddressTable {
  return JSON.parse(readFileSync(path.join(buildFolder, ADDRESS_TABLE), 'utf8')) as AddressTable;
}
