/** The number of single-character edits (insert, delete, replace, swap of neighbours) between two texts. */
export function editDistance(a: string, b: string): number {
  // Optimal string alignment distance: three rows of the usual table are enough.
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The name of a file that was probably meant by another: one with the same stem, or with a slip of the pen. */
export function nearestFile(name: string, names: readonly string[]): string | undefined {
  const stem = stemOf(name);
  const same = names.find((candidate) => stemOf(candidate).toLowerCase() === stem.toLowerCase());
  return same ?? nearest(name, names, Math.min(3, Math.max(1, Math.floor(stem.length / 3))));
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^./]+$/, '');
}

/** The candidate nearest to a word, if any is at most `within` edits away; the first of equals. */
export function nearest(word: string, candidates: readonly string[], within: number): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    // A word of which nothing is left was not meant.
    const isKin = distance < Math.max(word.length, candidate.length);
    if (isKin && distance <= within && (!best || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}
