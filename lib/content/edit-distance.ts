/**
 * The number of single-character edits (insert, delete, replace, swap of neighbours) between two words: the optimal
 * string alignment distance. Gives `max + 1` for every distance above `max`; takes time in proportion to
 * `max` times the length of a word.
 */
export function getEditDistance(a: string, b: string, max: number): number {
  const tooFar = max + 1;
  if (Math.abs(a.length - b.length) > max) return tooFar;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    // Cells farther than `max` from the diagonal are above `max`.
    const end = Math.min(b.length, row + max);
    for (let column = Math.max(1, row - max); column <= end; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? tooFar) + 1,
        (current[column - 1] ?? tooFar) + 1,
        (last[column - 1] ?? tooFar) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? tooFar) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > max) return tooFar;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? tooFar, tooFar);
}
