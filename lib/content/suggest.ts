import { getEditDistance } from './edit-distance';

/**
 * The candidate that a mistyped word almost certainly stands for: one edit away in a word of three to five characters,
 * two in a longer one; case and separators do not count. Nothing where two candidates are equally near, where numbers
 * differ, or where the word itself is a candidate.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = normalize(word);
  let best: { candidate: string; key: string; distance: number; isUnique: boolean } | undefined;
  for (const candidate of candidates) {
    if (candidate === word) return undefined;
    const key = normalize(candidate);
    const max = Math.min(MAX_EDITS, Math.floor(Math.max(wanted.length, key.length) / CHARACTERS_PER_EDIT));
    const distance = getEditDistance(wanted, key, max);
    if (distance > max || digitsOf(wanted) !== digitsOf(key)) continue;
    if (!best || distance < best.distance) best = { candidate, key, distance, isUnique: true };
    else if (distance === best.distance && key !== best.key) best.isUnique = false;
  }
  return best?.isUnique ? best.candidate : undefined;
}

/** The file that a missing one almost certainly stands for: the same name with another ending, or a mistyped name. */
export function suggestFile(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return undefined;
  const stems = names.map(stemOf);
  const stem = stems.includes(stemOf(name)) ? stemOf(name) : suggest(stemOf(name), stems);
  const found = names.filter((candidate) => stemOf(candidate) === stem);
  return found.find((candidate) => endingOf(candidate) === endingOf(name)) ?? found[0];
}

const MAX_EDITS = 2;
const CHARACTERS_PER_EDIT = 3;

function normalize(word: string): string {
  return word.toLowerCase().replace(/[-_.\s]/g, '');
}

/** `es2015` is not a misspelt `es2016`. */
function digitsOf(word: string): string {
  return word.replace(/\D/g, '');
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^./]+$/, '');
}

function endingOf(name: string): string {
  return name.slice(stemOf(name).length).toLowerCase();
}
