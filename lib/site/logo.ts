import type { DrawnColours } from './own-colours';
import { drawOwnIcon, type OwnIcon } from './own-icon';
import type { Theme } from './palette';
import type { Site } from './site';

/** Two full lines, a short one and a lozenge, in a box of 16 units: the end of a page of print. */
export const MARK_LINES = 'M1 2.5h14M1 5.5h14M4 8.5h8';
export const MARK_LOZENGE = 'M8 10.6l2.4 2.4L8 15.4 5.6 13z';

/** The site's icon as SVG: the blog's own, or the mark in ink and in the second colour, in both themes. */
export function drawIcon(
  { title }: Pick<Site, 'title'>,
  colours: Readonly<Record<Theme, DrawnColours>>,
  own?: OwnIcon,
): string {
  if (own) return own.svg;
  const rules = ({ ink, rubric }: DrawnColours) => `.b{stroke:${ink};stroke-width:1.5}.l{fill:${rubric}}`;
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><title>${name}</title>`,
    `<style>${rules(colours.light)}@media (prefers-color-scheme:dark){${rules(colours.dark)}}</style>`,
    `<path class="b" fill="none" d="${MARK_LINES}"/><path class="l" d="${MARK_LOZENGE}"/></svg>`,
  ].join('');
}

/** The same for home screens: 180 by 180 pixels, on paper. */
export function drawTile({ paper, ink, rubric }: DrawnColours, own?: OwnIcon): string {
  if (own) {
    const ground = `<rect width="180" height="180" fill="${paper}"/>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="180" height="180">${ground}${drawOwnIcon(own, 20, 20, 140)}</svg>`;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="180" height="180"><rect width="180" height="180" fill="${paper}"/>`,
    `<g transform="translate(35 34) scale(6.875)"><path fill="none" stroke="${ink}" stroke-width="1.5" d="${MARK_LINES}"/>`,
    `<path fill="${rubric}" d="${MARK_LOZENGE}"/></g></svg>`,
  ].join('');
}

/** The same for tabs that show no SVG, in a box of 16 units: lines as wide as one unit stay sharp at 16, 32 and 48 pixels. */
export function drawFavicon({ paper, ink, rubric }: DrawnColours, own?: OwnIcon): string {
  if (own)
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawOwnIcon(own, 0, 0, 16)}</svg>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="${paper}"/>`,
    `<path fill="none" stroke="${ink}" d="${MARK_LINES}"/>`,
    `<path fill="${rubric}" d="${MARK_LOZENGE}"/></svg>`,
  ].join('');
}
