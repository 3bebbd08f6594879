import { MARK_LINES, MARK_LOZENGE } from '../site/logo';
import { drawOwnIcon } from '../site/own-icon';
import { PALETTE } from '../site/palette';
import { isRightToLeft } from './direction';
import { breakLines, shortenLines, type TitleStyle } from './lines';
import type { Typesetter } from './typesetter';

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** What a card says. */
export interface Card {
  readonly title: string;
  /** The blog's name, at the foot. */
  readonly site: string;
  /** What stands opposite of it: who wrote it and when. Later ones are for where the fonts cannot set the first. */
  readonly notes: readonly string[];
  /** The second colour, `#rrggbb`. */
  readonly accent: string;
  /** The blog's own icon as SVG, in the place of the mark. */
  readonly icon?: string;
}

/** Raised whenever the same card looks different from before, so that it gets another address. */
export const DRAWING_VERSION = 3;

const { paper: PAPER, ink: INK, 'ink-2': INK_2 } = PALETTE.light;

const LEFT = 96;
const TOP = 84;
const RULE = 510;
const FOOT = { size: 30, lineHeight: 36, top: 536 };
const TITLE_WIDTH = 1008;
const STYLES: readonly [TitleStyle, ...TitleStyle[]] = [
  { size: 78, lineHeight: 86, lines: 3 },
  { size: 64, lineHeight: 72, lines: 4 },
  { size: 54, lineHeight: 62, lines: 6 },
];

/** A card as SVG without any text: letters are outlines, so that it looks the same wherever it is drawn. */
export function drawCard(card: Card, typesetter: Typesetter): string {
  const { lines, style } = layOut(card.title, typesetter);
  const isMirrored = isRightToLeft(card.title);
  const place = (text: string, size: number, x: number, baseline: number, fill: string, isRtl?: boolean) =>
    `<path fill="${fill}" transform="translate(${x} ${round(baseline)})" d="${typesetter.setText(text, size, isRtl).path}"/>`;
  // From the edge where the title begins: the left one, or the right.
  const placeTitle = (text: string, size: number, x: number, baseline: number, fill: string) => {
    const left = isMirrored ? round(CARD_WIDTH - x - typesetter.measure(text, size)) : x;
    return place(text, size, left, baseline, fill, isMirrored);
  };
  const baseline = TOP + typesetter.baselineOf(style.size, style.lineHeight);
  const foot = FOOT.top + typesetter.baselineOf(FOOT.size, FOOT.lineHeight);
  const note = card.notes.find((text) => typesetter.findMissing(text).length === 0) ?? '';
  const right = CARD_WIDTH - LEFT - typesetter.measure(note, FOOT.size);
  const site = typesetter.findMissing(card.site).length === 0 ? card.site : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    placeTitle('¶', style.size * 0.9, 40, baseline, card.accent),
    ...lines.map((line, index) =>
      placeTitle(line, style.size, LEFT, baseline + index * style.lineHeight, INK),
    ),
    `<path fill="${INK}" d="M${LEFT} ${RULE}h1008v2h-1008zm0 4h1008v1h-1008z"/>`,
    drawMark(card),
    place(site, FOOT.size, LEFT + 46, foot, INK_2),
    place(note, FOOT.size, round(right), foot, INK_2),
    '</svg>',
  ].join('');
}

function drawMark({ icon, accent }: Card): string {
  if (icon !== undefined) return drawOwnIcon({ svg: icon }, LEFT, FOOT.top + 2, 32);
  return [
    `<g transform="translate(${LEFT} ${FOOT.top + 3}) scale(1.875)">`,
    `<path fill="none" stroke="${INK}" stroke-width="1.5" d="${MARK_LINES}"/>`,
    `<path fill="${accent}" d="${MARK_LOZENGE}"/></g>`,
  ].join('');
}

function layOut(title: string, typesetter: Typesetter): { lines: string[]; style: TitleStyle } {
  for (const style of STYLES) {
    const lines = breakLines(title, style, TITLE_WIDTH, typesetter);
    if (lines) return { lines, style };
  }
  const style = STYLES[STYLES.length - 1] ?? STYLES[0];
  return { lines: shortenLines(title, style, TITLE_WIDTH, typesetter), style };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
