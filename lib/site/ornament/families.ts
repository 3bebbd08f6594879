import type { Choices } from './random';
import { lattice, taper, weave } from './rows';
import { circle, curve, flower, leaf, line, lozenge, type Point, polar, polygon, turns } from './shapes';

/** What an ornament is made of: the data of paths in a box from -320 to 320. */
export interface Ornament {
  /** Drawn as lines, in the colour of the text. */
  readonly line: string;
  /** Filled, in the colour of the text. */
  readonly solid: string;
  /** Filled, in the second colour. */
  readonly accent: string;
}

export type Family = (choices: Choices) => Ornament;

const CENTRE: Point = [0, 0];

const around = (list: readonly number[], draw: (turn: number) => string) => list.map(draw).join('');

/** Leaves around a centre. */
const rosette: Family = ({ pick }) => {
  const petals = pick([6, 8, 10, 12]);
  const start = pick([80, 95, 110]);
  const end = pick([250, 275]);
  const belly = pick([0.4, 0.55, 0.7]);
  // As wide as the petals have room, or less.
  const room = (2 * Math.PI * (start + (end - start) * belly)) / petals;
  const width = room * pick([0.5, 0.7, 0.9]);
  const between = pick(['dot', 'lozenge', 'bud']);
  const gaps = turns(petals, 0.5);
  const heart = pick([circle(CENTRE, 30), lozenge(CENTRE, 40)]);
  const rim = pick(['', circle(CENTRE, 305)]);
  const buds = around(gaps, (turn) => line(polar(turn, start + 20), polar(turn, end - 30)));
  return {
    line: circle(CENTRE, start - 25) + (between === 'bud' && petals < 12 ? buds : rim),
    solid: around(turns(petals), (turn) => leaf(polar(turn, start), polar(turn, end), width, belly)),
    accent:
      heart +
      around(gaps, (turn) =>
        between === 'lozenge' ? lozenge(polar(turn, end - 12), 20) : circle(polar(turn, end - 8), 16),
      ),
  };
};

/** How many points a star has, and to which the pen goes from each. */
const STARS: readonly [Pair, ...Pair[]] = [
  [8, 3],
  [10, 3],
  [10, 4],
  [12, 5],
  [9, 4],
  [12, 4],
  [9, 2],
  [7, 2],
  [11, 4],
  [11, 3],
];

type Pair = readonly [points: number, step: number];

/** A star drawn without lifting the pen. */
const star: Family = ({ pick }) => {
  const [points, step] = pick(STARS);
  const end = pick(['dot', 'lozenge']);
  const petals = pick([4, 6, 8]);
  const inner = 270 * Math.cos((Math.PI * step) / points);
  return {
    line: drawStar(points, step, 270) + (inner > 60 ? circle(CENTRE, inner - 25) : ''),
    solid: around(turns(points), (turn) =>
      end === 'dot' ? circle(polar(turn, 295), 17) : lozenge(polar(turn, 292), 23),
    ),
    accent: inner > 90 ? flower(petals, inner - 42) : lozenge(CENTRE, 30),
  };
};

/** Rings that pass through each other. */
const rings: Family = ({ pick }) => {
  const count = pick([5, 6, 7, 8, 9]);
  const radius = pick([115, 130, 148]);
  const distance = 300 - radius;
  const petals = pick([4, 6, 8]);
  const offset = pick([0, 0.5]);
  const heart = distance - radius;
  return {
    line: around(turns(count), (turn) => circle(polar(turn, distance), radius)),
    solid: around(turns(count, 0.5), (turn) => lozenge(polar(turn, 290), 19)),
    accent:
      heart > 35
        ? flower(petals, heart - 6)
        : around(turns(count, offset), (turn) => circle(polar(turn, distance), 19)),
  };
};

/** Polygons in each other, as the frame of a title. */
const frames: Family = ({ pick }) => {
  const sides = pick([4, 5, 6, 8]);
  const offset = pick([0, 0.5]);
  const petals = pick([4, 6, 8, sides]);
  const corner = pick(['dot', 'lozenge']);
  const shrink = Math.cos(Math.PI / sides);
  const shape = (distance: number, at: number) =>
    polygon(turns(sides, at).map((turn) => polar(turn, distance)));
  return {
    line: shape(300, offset) + shape(270, offset) + shape(300 * shrink - 25, offset + 0.5),
    solid: flower(petals, 300 * shrink ** 2 - 50),
    accent:
      circle(CENTRE, 26) +
      around(turns(sides, offset), (turn) =>
        corner === 'dot' ? circle(polar(turn, 220), 18) : lozenge(polar(turn, 220), 24),
      ),
  };
};

/** Leaves, and stems that bend away from them. */
const fleuron: Family = ({ pick }) => {
  const arms = pick([4, 5, 6]);
  const offset = pick([0, 0.5]);
  const spread = pick([0.22, 0.3, 0.38]) / arms;
  const length = pick([240, 280]);
  const width = pick([50, 70, 90]);
  const heart = pick([circle(CENTRE, 30), lozenge(CENTRE, 40), flower(arms > 5 ? 4 : arms, 60)]);
  const stem = (turn: number, way: number) =>
    curve(polar(turn, 50), polar(turn + (way * 0.42) / arms, 130), polar(turn + way * spread, 280));
  const bud = (turn: number, way: number) => circle(polar(turn + way * spread, 280), 20);
  const axes = turns(arms, offset);
  return {
    line: around(axes, (turn) => stem(turn, -1) + stem(turn, 1)),
    solid: around(axes, (turn) => leaf(polar(turn, 90), polar(turn, length), width, 0.55)),
    accent: heart + around(axes, (turn) => bud(turn, -1) + bud(turn, 1)),
  };
};

/** Another order, or one fewer, would change the ornament of every post. */
export const FAMILIES: readonly [Family, ...Family[]] = [
  rosette,
  star,
  rings,
  taper,
  lattice,
  fleuron,
  weave,
  frames,
];

/** A star whose every point leads to the one so many steps on; several lines where one does not reach all. */
function drawStar(points: number, step: number, radius: number): string {
  const loops = greatestDivisor(points, step);
  const pointsOf = (loop: number) =>
    Array.from({ length: points / loops }, (_, at) => polar((loop + at * step) / points, radius));
  return Array.from({ length: loops }, (_, loop) => polygon(pointsOf(loop))).join('');
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
