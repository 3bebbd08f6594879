/** A point, in units of a box from -320 to 320. */
export type Point = readonly [x: number, y: number];

/** The point at a distance from the centre of the box; angles are parts of a full turn, clockwise from the top. */
export function polar(turn: number, distance: number): Point {
  const angle = turn * 2 * Math.PI;
  return [distance * Math.sin(angle), -distance * Math.cos(angle)];
}

/** Parts of a full turn at equal distances; an offset of half a part lies between those without one. */
export function turns(count: number, offset = 0): number[] {
  return Array.from({ length: count }, (_, index) => (index + offset) / count);
}

/** What sines are off by on some machine must not decide which way a half is rounded. */
const ROUNDING = 1e-6;

/** Numbers as paths hold them, whole and with a space only where they would run together: few bytes for many shapes. */
export function join(...values: readonly number[]): string {
  return values
    .map((value) => String(Math.round(value + ROUNDING) || 0))
    .reduce((text, next) => text + (text === '' || next.startsWith('-') ? '' : ' ') + next, '');
}

/** Lines from point to point, and back to the first. */
export function polygon(points: readonly Point[]): string {
  return `M${join(...points.flat())}Z`;
}

export function line(from: Point, to: Point): string {
  return `M${join(...from)}l${join(to[0] - from[0], to[1] - from[1])}`;
}

/** A curve that bends towards a point. */
export function curve([x, y]: Point, towards: Point, to: Point): string {
  return `M${join(x, y)}q${join(towards[0] - x, towards[1] - y, to[0] - x, to[1] - y)}`;
}

/** A lozenge on its tip; to be filled. */
export function lozenge([x, y]: Point, half: number): string {
  return `M${join(x, y - half)}l${join(half, half, -half, half, -half, -half)}`;
}

/** A circle as one arc whose ends are a unit apart, which nobody sees: half as long as two arcs. */
export function circle([x, y]: Point, radius: number): string {
  return `M${join(x - radius, y)}a${join(radius, radius)} 0 110 1`;
}

/** A leaf between two points, to be filled; `belly`, from 0 to 1, is where it is widest. */
export function leaf(from: Point, to: Point, width: number, belly = 0.5): string {
  return `M${join(...from)}${leafFrom([to[0] - from[0], to[1] - from[1]], width, belly)}`;
}

/** Leaves that grow from one point in as many directions, to be filled. */
export function leaves(centre: Point, ends: readonly Point[], width: number): string {
  return `M${join(...centre)}${ends.map((end) => leafFrom(end, width, 0.6)).join('')}`;
}

/** Leaves around the centre of the box. */
export function flower(petals: number, reach: number): string {
  return leaves(
    [0, 0],
    turns(petals).map((turn) => polar(turn, reach)),
    (reach * 3.2) / petals,
  );
}

/** A line as far as `half` to both sides of a point; to be filled. */
export function bar([x, y]: Point, half: number, height: number): string {
  return `M${join(x - half, y - height / 2)}h${join(2 * half)}v${join(height)}h${join(-2 * half)}`;
}

/** There and back, from where the pen is. */
function leafFrom([x, y]: Point, width: number, belly: number): string {
  const length = Math.hypot(x, y);
  const side: Point = [(-y / length) * width, (x / length) * width];
  const there = join(x * belly + side[0], y * belly + side[1], x, y);
  return `q${there}q${join(x * (belly - 1) - side[0], y * (belly - 1) - side[1], -x, -y)}`;
}
