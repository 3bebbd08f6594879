import path from 'node:path';
import type { Encoding } from './accept-encoding';
import type { Answer } from './address-table';

/** One form of an answer. Headers are names and values by turns, as Node sends them without further work. */
export interface Representation {
  /** Absolute path. */
  readonly file: string;
  readonly etag: string;
  /** Headers of an answer with this form, without the length. */
  readonly headers: readonly string[];
  /** Headers that say that the client has it already. */
  readonly unchanged: readonly string[];
}

/** An answer in every form that its build has of it. */
export interface Representations extends Partial<Record<Encoding, Representation>> {
  readonly identity: Representation;
}

const ENDINGS = { br: '.br', gzip: '.gz', identity: '' } as const;

/**
 * The forms of an answer that a build in `folder` has. Each has an ETag of its own: to caches, two answers with the same one
 * are the same bytes. `shared` are the headers of its address; `isNegotiated` says that it has another type for other clients.
 */
export function toRepresentations(
  { file, type, hash, compressed = [] }: Answer,
  folder: string,
  shared: Readonly<Record<string, string>>,
  isNegotiated = false,
): Representations {
  const varying = [
    ...(isNegotiated ? ['Accept'] : []),
    ...(compressed.length > 0 ? ['Accept-Encoding'] : []),
  ];
  const vary = varying.length > 0 ? ['Vary', varying.join(', ')] : [];
  const toForm = (encoding: Encoding): Representation => {
    const ending = ENDINGS[encoding];
    const etag = `"${hash}${ending}"`;
    const unchanged = ['ETag', etag, ...vary, ...Object.entries(shared).flat()];
    // Parts of a compressed form would be of no use to those who ask for parts.
    const own = encoding === 'identity' ? ['Accept-Ranges', 'bytes'] : ['Content-Encoding', encoding];
    return {
      file: path.join(folder, file) + ending,
      etag,
      headers: ['Content-Type', type, ...own, ...unchanged],
      unchanged,
    };
  };
  return {
    identity: toForm('identity'),
    ...(compressed.includes('br') && { br: toForm('br') }),
    ...(compressed.includes('gz') && { gzip: toForm('gzip') }),
  };
}
