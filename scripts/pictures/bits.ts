import { element, label, type Picture } from './picture';

const [EDGE, LEFT, TOP, BOTTOM] = [18, 16, 92, 110];
/** Where the program in the post puts each word. */
const WORDS = [
  ['heap', [13, 14, 15]],
  ['stack', [29, 8, 19]],
  ['queue', [7, 30, 21]],
  ['trie', [9, 6, 3]],
] as const;
const ASKED = [
  ['rope', [4, 11, 18]],
  ['moon', [9, 8, 7]],
] as const;

/** 32 bits, four words above that set them, two words below that ask for them. */
export function drawBits(): Picture {
  const set = new Set<number>(WORDS.flatMap(([, places]) => [...places]));
  const squares = Array.from({ length: 32 }, (_, bit) =>
    element('rect', {
      x: LEFT + bit * EDGE,
      y: TOP,
      width: EDGE,
      height: EDGE,
      fill: set.has(bit) ? 'var(--ink)' : 'none',
      stroke: 'var(--soft)',
    }),
  );
  const above = WORDS.map(
    ([word, places], index) => [word, places, [150, 270, 390, 510][index] ?? 0] as const,
  );
  const added = above.flatMap(([word, places, x]) => [
    label(word, x, 26, { class: 'mono' }),
    ...places.map((bit) => curve([x, 34], [toX(bit), TOP - 2], 'var(--soft)')),
  ]);
  const asked = ASKED.flatMap(([word, places], index) => {
    const x = [330, 130][index] ?? 0;
    return [
      label(word, x, 194, { class: 'mono rubric' }),
      ...places.map((bit) => curve([x, 174], [toX(bit), BOTTOM + 3], 'var(--rubric)')),
    ];
  });
  return {
    file: 'posts/a-bloom-filter-by-hand/bits',
    width: 608,
    height: 208,
    svg: [...added, ...asked, ...squares].join(''),
  };
}

function toX(bit: number): number {
  return LEFT + (bit + 0.5) * EDGE;
}

function curve(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  stroke: string,
): string {
  const middle = (y1 + y2) / 2;
  return element('path', {
    d: `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`,
    fill: 'none',
    stroke,
  });
}
