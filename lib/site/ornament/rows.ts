import type { Family } from './families';
import { bar, circle, flower, leaves, lozenge, type Point, polar, turns } from './shapes';

type Form = 'lozenge' | 'round' | 'glass' | 'cup';

/** How far a line goes to each side, by its place from -1 at the top to 1. */
const LENGTHS: Readonly<Record<Form, (place: number) => number>> = {
  lozenge: (place) => 290 * (1 - Math.abs(place)),
  round: (place) => 290 * Math.sqrt(1 - 0.96 * place * place),
  glass: (place) => 60 + 230 * Math.abs(place),
  cup: (place) => 145 * (1 - place) + 15,
};

const THICK = 20;

/** Lines that grow and shrink, as those of the last page of a book do. */
export const taper: Family = ({ pick }) => {
  const rows = pick([9, 11, 13]);
  const form = pick<Form>(['lozenge', 'round', 'glass', 'cup']);
  const petals = pick([4, 6, 8]);
  const room = form === 'cup' ? 420 : 570;
  const lines = turns(rows).map((_, row) => {
    const place = (2 * row) / (rows - 1) - 1;
    return drawRow(form, -285 + ((place + 1) * room) / 2, Math.max(10, LENGTHS[form](place)));
  });
  const heart = {
    lozenge: petals > 4 ? flower(petals, 100) : lozenge([0, 0], 80),
    round: flower(petals, 110),
    glass: lozenge([0, 0], 55),
    cup: lozenge([0, 245], 65),
  };
  return { line: '', solid: lines.join(''), accent: heart[form] };
};

function drawRow(form: Form, y: number, half: number): string {
  const whole = bar([0, y], half, THICK);
  if (form === 'cup') return whole;
  if (form === 'glass') return Math.abs(y) < 60 ? '' : whole;
  // Room for what stands in the middle.
  const gap = 145 - Math.abs(y);
  if (gap <= 0) return whole;
  const side = (half - gap) / 2;
  return side < 5 ? '' : bar([-gap - side, y], side, THICK) + bar([gap + side, y], side, THICK);
}

type Piece = 'leaves' | 'cross' | 'ring' | 'lozenge' | 'dot';

/** Which pieces stand at which distance from the middle, in three rows or in five. */
const ARRANGEMENTS: readonly (readonly Piece[])[] = [
  ['leaves', 'lozenge', 'ring'],
  ['cross', 'leaves', 'lozenge'],
  ['ring', 'cross', 'lozenge'],
  ['dot', 'leaves', 'ring'],
  ['dot', 'cross', 'lozenge'],
  ['leaves', 'dot', 'cross'],
  ['cross', 'ring', 'leaves'],
  ['ring', 'lozenge', 'leaves'],
  ['lozenge', 'cross', 'dot'],
  ['lozenge', 'dot', 'lozenge', 'dot', 'lozenge'],
  ['dot', 'lozenge', 'lozenge', 'dot', 'lozenge'],
  ['lozenge', 'lozenge', 'dot', 'lozenge', 'dot'],
  ['dot', 'dot', 'lozenge', 'lozenge', 'dot'],
  ['lozenge', 'dot', 'dot', 'lozenge', 'lozenge'],
  ['dot', 'lozenge', 'dot', 'dot', 'lozenge'],
];

/** Small pieces in rows that mirror each other. */
export const lattice: Family = ({ pick }) => {
  const pieces = pick(ARRANGEMENTS as readonly [readonly Piece[], ...(readonly Piece[])[]]);
  const side = pieces.length;
  const half = (side - 1) / 2;
  const [step, size] = side === 3 ? [210, 90] : [126, 54];
  const accented = pick([0, 1]);
  const result = { line: '', solid: '', accent: '' };
  for (const [row, column] of listCells(side)) {
    const distance = Math.abs(row - half) + Math.abs(column - half);
    const piece = pieces[distance] ?? 'dot';
    const centre: Point = [(column - half) * step, (row - half) * step];
    if (piece === 'ring') {
      result.line += circle(centre, size - 10);
      result.accent += circle(centre, 30);
    } else result[distance % 2 === accented ? 'accent' : 'solid'] += drawPiece(piece, centre, size);
  }
  return result;
};

function drawPiece(piece: Exclude<Piece, 'ring'>, centre: Point, size: number): string {
  if (piece === 'dot') return circle(centre, size * 0.4);
  if (piece === 'lozenge') return lozenge(centre, size);
  const ends = turns(4, piece === 'cross' ? 0 : 0.5).map((turn) => polar(turn, size));
  return leaves(centre, ends, size * 0.62);
}

const CELL = 150;
const DIAGONAL = CELL * Math.SQRT2;
const DOTS: readonly [Spots, ...Spots[]] = [
  [[0, CELL]],
  [[0.5, DIAGONAL]],
  [
    [0, CELL],
    [0.5, DIAGONAL],
  ],
];

/** Distances of four dots each, and how far they are turned. */
type Spots = readonly (readonly [offset: number, distance: number])[];

/** Quarters of circles that meet at the edges of their cells. */
export const weave: Family = ({ pick }) => {
  const turned = turns(4).map(() => pick([true, false]));
  const dots = pick(DOTS);
  const heart = pick([lozenge([0, 0], 40), flower(4, 60)]);
  const lines = listCells(4).map(([row, column]) => {
    const fold = (place: number) => Math.min(place, 3 - place);
    const isTurned = turned[2 * fold(row) + fold(column)] ?? false;
    return drawQuarters([(column - 2) * CELL, (row - 2) * CELL], (row < 2 === column < 2) === isTurned);
  });
  const drawDots = ([offset, distance]: readonly [number, number]) =>
    turns(4, offset).map((turn) => circle(polar(turn, distance), 20));
  return { line: lines.join(''), solid: '', accent: heart + dots.flatMap(drawDots).join('') };
};

/** Two quarters around opposite corners of a cell, as curves that are shorter to write than arcs, and a hair rounder. */
function drawQuarters([x, y]: Point, isTurned: boolean): string {
  const start = `M${x + CELL / 2}${y < 0 ? '' : ' '}${y}`;
  return start + (isTurned ? 'q-4 71-75 75m150 0q-71 4-75 75' : 'q4 71 75 75m-150 0q71 4 75 75');
}

function listCells(side: number): [row: number, column: number][] {
  return Array.from({ length: side * side }, (_, index) => [Math.floor(index / side), index % side]);
}
