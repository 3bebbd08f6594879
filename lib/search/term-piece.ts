import { createByteReader, pushNumber } from './bytes';
import { LEVELS } from './index-format';

/** Where a term stands: `section * LEVELS + level`, ascending. */
export type Postings = readonly number[];

export interface TermEntry {
  readonly term: string;
  readonly postings: Postings;
}

/** A piece of terms as it is read: postings stay packed until they are asked for. */
export interface TermPiece {
  /** Ascending. */
  readonly terms: readonly string[];
  /** Postings of a term, by its place in `terms`. */
  postings(term: number): Uint32Array;
}

/**
 * Terms with their postings as bytes: number of terms; for each, what it shares with the one before, the rest, the
 * length of its postings; then all postings, each as its distance from the one before.
 */
export function packTerms(entries: readonly TermEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const head: number[] = [];
  const body: number[] = [];
  pushNumber(head, entries.length);
  let before = '';
  for (const { term, postings } of entries) {
    const shared = countShared(before, term);
    const rest = encoder.encode(term.slice(shared));
    const start = body.length;
    let last = 0;
    for (const posting of postings) {
      const section = Math.floor(posting / LEVELS);
      pushNumber(body, (section - last) * LEVELS + (posting % LEVELS));
      last = section;
    }
    pushNumber(head, shared);
    pushNumber(head, rest.length);
    for (const byte of rest) head.push(byte);
    pushNumber(head, body.length - start);
    before = term;
  }
  return Uint8Array.from([...head, ...body]);
}

/** The inverse of `packTerms`. */
export function readTermPiece(bytes: Uint8Array): TermPiece {
  const reader = createByteReader(bytes);
  const count = reader.number();
  const terms: string[] = [];
  const ends: number[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    const shared = reader.number();
    terms.push((terms[index - 1] ?? '').slice(0, shared) + reader.text(reader.number()));
    total += reader.number();
    ends.push(total);
  }
  const body = reader.position;
  return {
    terms,
    postings: (term) =>
      unpackPostings(bytes.subarray(body + (ends[term - 1] ?? 0), body + (ends[term] ?? 0))),
  };
}

function unpackPostings(bytes: Uint8Array): Uint32Array {
  const reader = createByteReader(bytes);
  const postings: number[] = [];
  let section = 0;
  while (reader.position < bytes.length) {
    const value = reader.number();
    section += Math.floor(value / LEVELS);
    postings.push(section * LEVELS + (value % LEVELS));
  }
  return Uint32Array.from(postings);
}

/** Characters two terms begin with in common, never half of a surrogate pair. */
function countShared(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;
  return /[\ud800-\udbff]/.test(b.charAt(index - 1)) ? index - 1 : index;
}
