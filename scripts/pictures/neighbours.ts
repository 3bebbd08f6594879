import { element, label, line, type Picture } from './picture';

/** Pixels between two neighbouring doubles, and where the double nearest to 0.1 is. */
const [STEP, MIDDLE, AXIS] = [190, 304, 92];

/** The doubles around 0.1, and the decimal numbers that are read as the middle one. */
export function drawNeighbours(): Picture {
  const doubles = [
    ['0.099999999999999991673…', -1],
    ['0.100000000000000005551…', 0],
    ['0.100000000000000019428…', 1],
  ] as const;
  const marks = doubles.flatMap(([text, at]) => [
    element('circle', { cx: toX(at), cy: AXIS, r: 5, fill: 'var(--ink)' }),
    label(text, at === 0 ? MIDDLE : MIDDLE + at * 298, AXIS + (at === 0 ? 64 : 36), {
      class: 'mono',
      'text-anchor': at === 0 ? 'middle' : at < 0 ? 'start' : 'end',
    }),
  ]);
  const range = [
    line([toX(-0.5), AXIS], [toX(0.5), AXIS], { stroke: 'var(--rubric)', 'stroke-width': 5 }),
    ...[-0.5, 0.5].map((at) =>
      line([toX(at), AXIS - 12], [toX(at), AXIS + 12], { stroke: 'var(--rubric)', 'stroke-width': 1.5 }),
    ),
    label('all of these are read as the same double', MIDDLE, AXIS - 60, { class: 'rubric italic' }),
  ];
  // One tenth itself is 0.4 of a step below its double: 0.1 = double − 0.4 × 2⁻⁵⁶.
  const tenth = [
    line([toX(-0.4), AXIS - 26], [toX(-0.4), AXIS - 6], { 'stroke-width': 1.5 }),
    label('0.1', toX(-0.4), AXIS - 33),
  ];
  const axis = line([8, AXIS], [600, AXIS], { stroke: 'var(--soft)' });
  const svg = [axis, ...range, ...marks, ...tenth].join('');
  return { file: 'posts/the-shortest-number-that-comes-back/neighbours', width: 608, height: 168, svg };
}

function toX(steps: number): number {
  return MIDDLE + steps * STEP;
}
