import type { Ornament } from './families';

/** The box that the paths of an ornament are drawn in, with the width of its lines. */
export const ORNAMENT_BOX = '-320 -320 640 640';
export const ORNAMENT_LINE = 12;

export interface OrnamentColours {
  readonly ink: string;
  readonly accent: string;
}

/** The paths of an ornament with their colours, for a group or a file of SVG. */
export function formatOrnament({ line, solid, accent }: Ornament, colours: OrnamentColours): string {
  return [
    line && `<path fill="none" stroke="${colours.ink}" stroke-width="${ORNAMENT_LINE}" d="${line}"/>`,
    solid && `<path fill="${colours.ink}" d="${solid}"/>`,
    `<path fill="${colours.accent}" d="${accent}"/>`,
  ].join('');
}

/** An ornament as a file. */
export function formatOrnamentFile(ornament: Ornament, colours: OrnamentColours): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${ORNAMENT_BOX}">${formatOrnament(ornament, colours)}</svg>`;
}
