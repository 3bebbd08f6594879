import { Blob, Buffer, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';

/** A piece of text as it is drawn: outlines from a baseline that starts at 0, y downwards. */
export interface SetText {
  readonly path: string;
  readonly width: number;
}

export interface Typesetter {
  /** Signs of a text that no font has; spaces and what is never seen do not count. */
  findMissing(text: string): string[];
  setText(text: string, size: number): SetText;
  /** Width of a text, in pixels. */
  measure(text: string, size: number): number;
  /** Distance of the baseline from the top of a line of the height given, as CSS places it. */
  baselineOf(size: number, lineHeight: number): number;
}

interface LoadedFont {
  readonly font: Font;
  readonly unitsPerEm: number;
  readonly signs: ReadonlySet<number>;
}

/** Text figures, as the pages have them; a font without them keeps its own. */
const FEATURES = ['onum', 'pnum'];

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Sets text in the first font, and what that lacks in the others, in their order. */
export function createTypesetter(files: readonly Uint8Array[]): Typesetter {
  const fonts = files.map(loadFont);
  const [main] = fonts;
  if (!main) throw new Error('There is no font to set text in.');
  const has = ({ signs }: LoadedFont, text: string) =>
    [...text].every((sign) => INVISIBLE.test(sign) || signs.has(sign.codePointAt(0) ?? 0));
  const fontOf = (grapheme: string) => fonts.find((font) => has(font, grapheme));
  const toRuns = (text: string) => listRuns(text, (grapheme) => fontOf(grapheme) ?? main);
  const { ascender, descender } = main.font.hExtents();
  return {
    findMissing: (text) => [...new Set(splitGraphemes(text).filter((grapheme) => !fontOf(grapheme)))],
    setText: (text, size) => joinRuns(toRuns(text), text, size),
    measure: (text, size) => toRuns(text).reduce((width, run) => width + shapeRun(run, size).width, 0),
    baselineOf: (size, lineHeight) => lineHeight / 2 + ((ascender + descender) / 2 / main.unitsPerEm) * size,
  };
}

function loadFont(bytes: Uint8Array): LoadedFont {
  const face = new Face(new Blob(bytes));
  return { font: new Font(face), unitsPerEm: face.upem, signs: new Set(face.collectUnicodes()) };
}

interface Run {
  readonly font: LoadedFont;
  readonly isRightToLeft: boolean;
  text: string;
}

/** Stretches of one font and one direction. Signs without a direction of their own stay with what is before them. */
function listRuns(text: string, fontOf: (grapheme: string) => LoadedFont): Run[] {
  const runs: Run[] = [];
  for (const grapheme of splitGraphemes(text)) {
    const last = runs.at(-1);
    const isPlain = INVISIBLE.test(grapheme);
    const font = isPlain && last ? last.font : fontOf(grapheme);
    const isNeutral = !/[\p{L}\p{N}]/u.test(grapheme);
    const isRightToLeft = isNeutral && last ? last.isRightToLeft : RIGHT_TO_LEFT.test(grapheme);
    if (last?.font === font && last.isRightToLeft === isRightToLeft) last.text += grapheme;
    else runs.push({ font, isRightToLeft, text: grapheme });
  }
  return runs;
}

function joinRuns(runs: readonly Run[], text: string, size: number): SetText {
  // The first letter decides which way a whole text runs.
  const isRightToLeft = RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');
  let width = 0;
  let path = '';
  for (const run of isRightToLeft ? [...runs].reverse() : runs) {
    const set = setRun(run, size, width);
    path += set.path;
    width += set.width;
  }
  return { path, width };
}

function setRun(run: Run, size: number, left: number): SetText {
  const { glyphs, scale, width } = shapeRun(run, size);
  let x = left;
  let path = '';
  for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of glyphs) {
    const outline = run.font.font.glyphToPath(codepoint);
    path += placeOutline(outline, scale, x + xOffset * scale, -yOffset * scale);
    x += xAdvance * scale;
  }
  return { path, width };
}

function shapeRun({ font: { font, unitsPerEm }, text, isRightToLeft }: Run, size: number) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  shape(
    font,
    buffer,
    FEATURES.map((feature) => new Feature(feature)),
  );
  const glyphs = buffer.getGlyphInfosAndPositions();
  const scale = size / unitsPerEm;
  const width = glyphs.reduce((sum, { xAdvance = 0 }) => sum + xAdvance * scale, 0);
  return { glyphs, scale, width };
}

/** An outline in font units, y upwards, at its place on the card. Two decimals are a tenth of what a pixel shows. */
function placeOutline(path: string, scale: number, x: number, y: number): string {
  return path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_match, px: string, py: string) => {
    return `${round(x + Number(px) * scale)},${round(y - Number(py) * scale)}`;
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function splitGraphemes(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
