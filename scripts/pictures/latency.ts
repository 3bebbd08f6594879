import { readFileSync } from 'node:fs';
import { element, label, line, type Picture, polyline } from './picture';

const FOLDER = 'posts/the-memory-you-measure';
const [LEFT, RIGHT, TOP, BOTTOM] = [90, 596, 24, 296];
/** Powers of two of bytes, powers of ten of nanoseconds. */
const [FIRST, LAST, DECADES] = [12, 28, 3];

/** How long one access takes, by the size of what is walked through; both axes are logarithmic. */
export function drawLatency(): Picture {
  const [, ...rows] = readFileSync(`content/${FOLDER}/chase.csv`, 'utf8').trim().split('\n');
  const points = rows.map((row) => {
    const [bytes = 1, nanoseconds = 1] = row.split(',').map(Number);
    return [toX(Math.log2(bytes)), toY(nanoseconds)] as const;
  });
  const grid = [1, 10, 100, 1000].flatMap((value) => [
    line([LEFT, toY(value)], [RIGHT, toY(value)], { stroke: 'var(--line)' }),
    label(value === 1000 ? '1 µs' : `${value} ns`, LEFT - 10, toY(value) + 7, {
      'text-anchor': 'end',
      class: 'soft',
    }),
  ]);
  const sizes = (['4 KB', '64 KB', '1 MB', '16 MB', '256 MB'] as const).map((text, index) =>
    label(text, Math.min(toX(FIRST + 4 * index), RIGHT - 38), BOTTOM + 33, { class: 'soft' }),
  );
  const caches = (
    [
      ['L1', 48 * 1024],
      ['L2', 2 << 20],
    ] as const
  ).flatMap(([name, bytes]) => [
    line([toX(Math.log2(bytes)), TOP], [toX(Math.log2(bytes)), BOTTOM], {
      stroke: 'var(--rubric)',
      'stroke-dasharray': '3 4',
    }),
    label(`end of ${name}`, toX(Math.log2(bytes)) - 8, TOP + 20, {
      'text-anchor': 'end',
      class: 'rubric italic',
    }),
  ]);
  const dots = points.map(([cx, cy]) => element('circle', { cx, cy, r: 4, fill: 'var(--ink)' }));
  const svg = [...grid, ...sizes, ...caches, polyline(points, { 'stroke-width': 2 }), ...dots].join('');
  return { file: `${FOLDER}/latency`, width: 608, height: 340, svg };
}

function toX(power: number): number {
  return LEFT + ((power - FIRST) / (LAST - FIRST)) * (RIGHT - LEFT - 8);
}

function toY(nanoseconds: number): number {
  return BOTTOM - (Math.log10(nanoseconds) / DECADES) * (BOTTOM - TOP);
}
