import { MARK_LINES, MARK_LOZENGE } from '../site/logo';
import type { DrawnColours } from '../site/own-colours';
import { drawOwnIcon } from '../site/own-icon';
import { PALETTE } from '../site/palette';
import { drawTitlePage } from './title-page';
import type { Fonts, Typesetter } from './typesetter';

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** Paper and ink of a blog that has its own. */
export type Ground = Omit<DrawnColours, 'rubric'>;

/** What a card says. */
export interface Card {
  readonly title: string;
  readonly description?: string;
  /** The name that its ornament is drawn from. */
  readonly ornament?: string;
  /** The blog's name, at the foot. */
  readonly site: string;
  /** What stands opposite of it: who wrote it and when. Later ones are for where the fonts cannot set the first. */
  readonly notes: readonly string[];
  /** The second colour, `#rrggbb`. */
  readonly accent: string;
  /** Absent: paper and ink of the engine. */
  readonly ground?: Ground;
  /** The blog's own icon as SVG, in the place of the mark. */
  readonly icon?: string;
}

/** Raised whenever the same card looks different from before, so that it gets another address. */
export const DRAWING_VERSION = 4;

const SIDE = 96;
const RULE = 518;
const FOOT = { size: 30, lineHeight: 36, top: 546 };

/** A card as SVG without any text: letters are outlines, so that it looks the same wherever it is drawn. */
export function drawCard(card: Card, fonts: Fonts): string {
  const { roman } = fonts;
  const { paper, ink, 'ink-2': ink2 } = card.ground ?? PALETTE.light;
  const note = card.notes.find((text) => roman.findMissing(text).length === 0) ?? '';
  const site = roman.findMissing(card.site).length === 0 ? card.site : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    drawTitlePage(card, fonts),
    `<path fill="${ink}" d="M${SIDE} ${RULE}h1008v2h-1008zm0 4h1008v1h-1008z"/>`,
    drawMark(card),
    placeFoot(site, SIDE + 46, roman, ink2),
    placeFoot(note, CARD_WIDTH - SIDE - roman.measure(note, FOOT.size), roman, ink2),
    '</svg>',
  ].join('');
}

function placeFoot(text: string, x: number, typesetter: Typesetter, fill: string): string {
  const baseline = FOOT.top + typesetter.baselineOf(FOOT.size, FOOT.lineHeight);
  const { shape } = typesetter.setText(text, FOOT.size);
  return `<g fill="${fill}" transform="translate(${x.toFixed(2)} ${baseline.toFixed(2)})">${shape}</g>`;
}

function drawMark({ icon, accent, ground = PALETTE.light }: Card): string {
  if (icon !== undefined) return drawOwnIcon({ svg: icon }, SIDE, FOOT.top + 2, 32);
  return [
    `<g transform="translate(${SIDE} ${FOOT.top + 3}) scale(1.875)">`,
    `<path fill="none" stroke="${ground.ink}" stroke-width="1.5" d="${MARK_LINES}"/>`,
    `<path fill="${accent}" d="${MARK_LOZENGE}"/></g>`,
  ].join('');
}
