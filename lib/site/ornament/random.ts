/** A stream of choices that follows from a text, and is the same for it on every machine and in every version. */
export interface Choices {
  /** One of several. */
  pick<T>(all: readonly [T, ...T[]]): T;
}

/** FNV-1a of the text seeds mulberry32: both are whole-number arithmetic of 32 bits, so nothing is rounded. */
export function createChoices(text: string): Choices {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { pick: (all) => all[next() % all.length] ?? all[0] };
}
