import { element, label, line, type Picture } from './picture';

/** Pixels between two neighbouring doubles, and where the double nearest to 0.1 is. */
const [STEP, MIDDLE, AXIS] = [190, 304, 98];

/** The doubles around 0.1, and the decimal numbers that are read as the middle one. */
export function drawNeighbours(): Picture {
  const doubles = [
    ['0.09999999999999999167…', -1],
    ['0.10000000000000000555…', 0],
    ['0.10000000000000001942…', 1],
  ] as const;
  const marks = doubles.flatMap(([text, at]) => [
    element('circle', { cx: toX(at), cy: AXIS, r: 5, fill: 'var(--ink)' }),
    line([toX(at), AXIS + 12], [toX(at), toRow(at) - 20], { stroke: 'var(--soft)' }),
    label(text, MIDDLE + at * 298, toRow(at), {
      class: 'mono',
      'text-anchor': at === 0 ? 'middle' : at < 0 ? 'start' : 'end',
    }),
  ]);
  const range = [
    line([toX(-0.5), AXIS], [toX(0.5), AXIS], { stroke: 'var(--rubric)', 'stroke-width': 5 }),
    ...[-0.5, 0.5].map((at) =>
      line([toX(at), AXIS - 12], [toX(at), AXIS + 12], { stroke: 'var(--rubric)', 'stroke-width': 1.5 }),
    ),
    label('all of these are read as the same double', MIDDLE, AXIS - 70, { class: 'rubric italic' }),
  ];
  // One tenth itself is 0.4 of a step below its double: 0.1 = double − 0.4 × 2⁻⁵⁶.
  const tenth = [
    line([toX(-0.4), AXIS - 26], [toX(-0.4), AXIS - 6], { 'stroke-width': 1.5 }),
    label('0.1', toX(-0.4), AXIS - 33),
  ];
  const axis = line([8, AXIS], [600, AXIS], { stroke: 'var(--soft)' });
  const svg = [axis, ...range, ...marks, ...tenth].join('');
  return { file: 'posts/the-shortest-number-that-comes-back/neighbours', width: 608, height: 206, svg };
}

/** Side by side there is no room for them. */
function toRow(at: number): number {
  return AXIS + 68 + at * 30;
}

function toX(steps: number): number {
  return MIDDLE + steps * STEP;
}
