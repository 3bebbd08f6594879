import { element, label, line, type Picture } from './picture';

const WORD = 'hyphenation';
/** Patterns of TeX that this word contains, and the letter at which each begins. */
const PATTERNS = [
  ['hy3ph', 0],
  ['he2n', 3],
  ['hena4', 3],
  ['hen5at', 3],
  ['1na', 5],
  ['n2at', 5],
  ['1tio', 7],
  ['2io', 8],
  ['o2n', 9],
] as const;
const [LEFT, STEP, ROW] = [42, 52, 32];

/** The word, below it each pattern at its place, and at the foot the highest digit of each gap. */
export function drawPatterns(): Picture {
  const highest = new Map<number, number>();
  const rows = PATTERNS.flatMap(([pattern, start], row) => {
    let at = start;
    return [...pattern].map((char) => {
      const y = 98 + row * ROW;
      if (!/\d/.test(char)) return letter(char, at++, y, 27);
      highest.set(at, Math.max(highest.get(at) ?? 0, Number(char)));
      return digit(char, at, y, 23);
    });
  });
  const y = 98 + PATTERNS.length * ROW + 24;
  const result = [...WORD].map((char, at) => letter(char, at, y, 34));
  const gaps = [...highest].map(([at, value]) => digit(String(value), at, y - 2, 25));
  const rules = [60, y - 36].map((at) => line([12, at], [596, at], { stroke: 'var(--line)' }));
  const head = [...WORD].map((char, at) => letter(char, at, 42, 34));
  const svg = [...head, ...rules, ...rows, ...result, ...gaps].join('');
  return { file: 'posts/where-words-break/patterns', width: 608, height: y + 22, svg };
}

function letter(char: string, at: number, y: number, size: number): string {
  return label(char, LEFT + at * STEP, y, { style: `font-size:${size}px` });
}

/** Odd digits allow a hyphen, even ones forbid it. */
function digit(char: string, at: number, y: number, size: number): string {
  const x = LEFT + at * STEP - STEP / 2;
  const odd = Number(char) % 2 === 1;
  const text = label(char, x, y, { class: odd ? 'rubric' : 'soft', style: `font-size:${size}px` });
  return odd && size > 23
    ? text + element('rect', { x: x - 6, y: y + 9, width: 12, height: 2, fill: 'var(--rubric)' })
    : text;
}
