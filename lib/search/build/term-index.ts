import { LEVELS, MAX_SECTIONS, tagTerm } from '../index-format';
import { packTerms, type TermEntry } from '../term-piece';
import { createChunkCutter } from './chunk-cutter';

/** Bytes of a piece before it is deflated, about, unless a single term has more. */
const PIECE_BYTES = 24_000;
/** A misspelt word is compared with so many words. */
const MAX_WORDS = 20_000;
/** Beyond this number of terms, those of a single section are too rare to be what someone meant. */
const FEW_TERMS = 5000;
const WORD = /^\p{L}[\p{L}\p{N}\p{M}.+#-]{3,23}$/u;

/** Collects where each term stands, section by section. */
export class TermIndex {
  readonly #postings = new Map<string, number[]>();

  /** Adds the sections of the next post, each with its terms by level; the first of them lists the tags. */
  add(firstSection: number, sections: readonly (readonly string[])[], tags: readonly string[]): void {
    for (const tag of tags) this.#push(tagTerm(tag), firstSection * LEVELS);
    sections.forEach((levels, offset) => {
      for (const [level, terms] of levels.entries()) {
        if (terms === '') continue;
        for (const term of terms.split(' ')) this.#push(term, (firstSection + offset) * LEVELS + level);
      }
    });
  }

  /** The pieces, in the order of their terms, each with the first of them. */
  toPieces(): { first: string; bytes: Uint8Array }[] {
    const pieces: TermEntry[][] = [];
    const isStart = createChunkCutter(PIECE_BYTES, 1024);
    for (const term of [...this.#postings.keys()].sort()) {
      const postings = prune(this.#postings.get(term) ?? [], term);
      const bytes = term.length + postings.length * 1.2;
      if (isStart(term, bytes)) pieces.push([]);
      pieces.at(-1)?.push({ term, postings });
    }
    return pieces.map((entries) => ({ first: entries[0]?.term ?? '', bytes: packTerms(entries) }));
  }

  /** The words that readers may have meant, most frequent first, in classes of about the same frequency. */
  toWords(): string[] {
    const least = this.#postings.size > FEW_TERMS ? 2 : 1;
    return [...this.#postings]
      .filter(([term, { length }]) => length >= least && WORD.test(term))
      .map(([term, { length }]) => ({ term, frequency: Math.floor(Math.log2(length)) }))
      .sort((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
      .slice(0, MAX_WORDS)
      .map(({ term }) => term);
  }

  #push(term: string, posting: number): void {
    const known = this.#postings.get(term);
    if (known) known.push(posting);
    else this.#postings.set(term, [posting]);
  }
}

function prune(postings: readonly number[], term: string): readonly number[] {
  if (postings.length <= MAX_SECTIONS || term.startsWith(tagTerm(''))) return postings;
  return [...postings]
    .sort((a, b) => (b % LEVELS) - (a % LEVELS) || a - b)
    .slice(0, MAX_SECTIONS)
    .sort((a, b) => a - b);
}
