const DOUBLED = /([bdfgmnprt])\1$/;
const ENDINGS = ['', 's', 'es', 'e', 'ed', 'eds', 'ing', 'ings', 'eing'];
const ENDINGS_AFTER_Y = [...ENDINGS.map((ending) => `y${ending}`), 'ie', 'ies', 'ied'];

/** A word without its English ending, as far as that is safe without a dictionary: `table`, `tables`, `queries`. */
export function toStem(term: string): string {
  if (term.length < 4 || !/^[a-z]+$/.test(term)) return term;
  const stem = term
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/([a-z]{2})ie[ds]?$/, '$1y')
    .replace(/(?<=[aeiouy].*)(?<=[a-z]{3})(?:ing|(?<!e)ed)$/, '')
    .replace(DOUBLED, '$1')
    .replace(/([a-z]{3})e$/, '$1');
  return stem.length < 3 ? term : stem;
}

/** Every spelling whose stem is the one given; some of them are no words. */
export function listInflections(stem: string): string[] {
  const root = stem.slice(0, -1);
  if (stem.endsWith('y')) return ENDINGS_AFTER_Y.map((ending) => root + ending);
  const doubled = stem + stem.slice(-1);
  const bases = DOUBLED.test(doubled) ? [stem, doubled] : [stem];
  return bases.flatMap((base) => ENDINGS.map((ending) => base + ending));
}
