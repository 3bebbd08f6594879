/** A word without its English ending, as far as that is safe without a dictionary: `tables`, `cached`, `caching`. */
export function toStem(term: string): string {
  if (term.length < 4 || !/^[a-z]+$/.test(term)) return term;
  const stem = term
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/([a-z]{3})(?:ing|ed)$/, '$1')
    .replace(/([bdfgmnprt])\1$/, '$1')
    .replace(/([a-z]{3})e$/, '$1');
  return stem.length < 3 ? term : stem;
}
