import { drawOrnament } from '../site/ornament/draw-ornament';
import { formatOrnament } from '../site/ornament/format-ornament';
import { PALETTE } from '../site/palette';
import { isRightToLeft } from './direction';
import type { Card } from './drawing';
import { breakLines, shortenLines, type TitleStyle } from './lines';
import type { Fonts, Typesetter } from './typesetter';

/** The part of a card above its double rule. */
const TOP = 44;
const HEIGHT = 452;
const MIDDLE = 600;
const TITLE_WIDTH = 1000;
const DESCRIPTION = { size: 34, lineHeight: 44, lines: 3, width: 880, gap: 20 };
const ORNAMENT = { most: 112, least: 56, gap: 32 };
/** From large to small; the last ones leave less room for what follows. */
const TITLES: readonly [TitleStyle, ...TitleStyle[]] = [
  { size: 78, lineHeight: 84, lines: 2 },
  { size: 64, lineHeight: 70, lines: 3 },
  { size: 54, lineHeight: 61, lines: 4 },
  { size: 46, lineHeight: 53, lines: 6 },
];

interface Line {
  readonly text: string;
  readonly size: number;
  readonly typesetter: Typesetter;
  readonly fill: string;
  /** Distance of its top from the one before. */
  readonly gap: number;
  readonly height: number;
}

/** A card as the title page of a book: title, description and ornament, one below the other around the middle. */
export function drawTitlePage(card: Card, fonts: Fonts): string {
  const { ink, 'ink-2': ink2 } = card.ground ?? PALETTE.light;
  const title = layOutTitle(card.title, fonts.roman, ink);
  const lines = [...title, ...layOutDescription(card, fonts, heightOf(title), ink2)];
  const text = heightOf(lines);
  const room = Math.min(ORNAMENT.most, HEIGHT - text - ORNAMENT.gap);
  const ornament = card.ornament !== undefined && room >= ORNAMENT.least ? room : 0;
  const height = text + (ornament === 0 ? 0 : ORNAMENT.gap + ornament);
  let top = TOP + (HEIGHT - height) / 2;
  const drawn = lines.map((line) => {
    const shape = drawLine(line, top + line.gap);
    top += line.gap + line.height;
    return shape;
  });
  return drawn.join('') + (ornament === 0 ? '' : placeOrnament(card, top + ORNAMENT.gap, ornament));
}

function layOutTitle(text: string, typesetter: Typesetter, fill: string): Line[] {
  const last = TITLES[TITLES.length - 1] ?? TITLES[0];
  const fits = TITLES.flatMap((style) => {
    const lines = breakLines(text, style, TITLE_WIDTH, typesetter);
    return lines ? [{ lines, style }] : [];
  })[0];
  const { lines, style } = fits ?? {
    lines: shortenLines(text, last, TITLE_WIDTH, typesetter),
    style: last,
  };
  const { size, lineHeight } = style;
  return lines.map((line) => ({ text: line, size, typesetter, fill, gap: 0, height: lineHeight }));
}

/** As many lines as there is room for below the title; none where a font lacks a character. */
function layOutDescription(
  { description: text = '', ornament }: Card,
  { italic }: Fonts,
  used: number,
  fill: string,
): Line[] {
  const { size, lineHeight, width, gap } = DESCRIPTION;
  const reserved = ornament !== undefined ? ORNAMENT.gap + ORNAMENT.least : 0;
  const room = Math.floor((HEIGHT - used - gap - reserved) / lineHeight);
  const style = { size, lineHeight, lines: Math.min(DESCRIPTION.lines, room) };
  if (text.trim() === '' || style.lines < 1 || italic.findMissing(text).length > 0) return [];
  const lines = breakLines(text, style, width, italic) ?? shortenLines(text, style, width, italic);
  return lines.map((line, index) => ({
    ...{ text: line, size, typesetter: italic, fill, height: lineHeight },
    gap: index === 0 ? gap : 0,
  }));
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { gap, height }) => sum + gap + height, 0);
}

function drawLine({ text, size, typesetter, fill, height }: Line, top: number): string {
  const { shape, width } = typesetter.setText(text, size, isRightToLeft(text));
  const baseline = top + typesetter.baselineOf(size, height);
  return `<g fill="${fill}" transform="translate(${round(MIDDLE - width / 2)} ${round(baseline)})">${shape}</g>`;
}

function placeOrnament(
  { ornament = '', accent, ground = PALETTE.light }: Card,
  top: number,
  size: number,
): string {
  const scale = round(size / 640, 4);
  const shape = formatOrnament(drawOrnament(ornament), { ink: ground.ink, accent });
  return `<g transform="translate(${MIDDLE} ${round(top + size / 2)}) scale(${scale})">${shape}</g>`;
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
