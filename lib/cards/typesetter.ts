import { Blob, Buffer, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';
import { orderStretches, type Stretch } from './direction';

/** A piece of text as it is drawn: outlines from a baseline that starts at 0, y downwards. */
export interface SetText {
  readonly path: string;
  readonly width: number;
}

export interface Typesetter {
  /** Signs of a text that no font has; spaces and what is never seen do not count. */
  findMissing(text: string): string[];
  /** Sets a line of a text. Absent: the line decides in which direction the text runs. */
  setText(line: string, size: number, isTextRightToLeft?: boolean): SetText;
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

/** Sets text in the first font, and what that lacks in the others, in their order. */
export function createTypesetter(files: readonly Uint8Array[]): Typesetter {
  const fonts = files.map(loadFont);
  const [main] = fonts;
  if (!main) throw new Error('There is no font to set text in.');
  const has = ({ signs }: LoadedFont, text: string) =>
    [...text].every((sign) => INVISIBLE.test(sign) || signs.has(sign.codePointAt(0) ?? 0));
  const fontOf = (grapheme: string) => fonts.find((font) => has(font, grapheme));
  const toRuns = (line: string, isTextRightToLeft?: boolean) =>
    orderStretches(line, isTextRightToLeft).flatMap((stretch) =>
      listRuns(stretch, (grapheme) => fontOf(grapheme) ?? main),
    );
  const { ascender, descender } = main.font.hExtents();
  return {
    findMissing: (text) => [...new Set(splitGraphemes(text).filter((grapheme) => !fontOf(grapheme)))],
    setText: (line, size, isTextRightToLeft) => joinRuns(toRuns(line, isTextRightToLeft), size),
    measure: (text, size) => toRuns(text).reduce((width, run) => width + shapeRun(run, size).width, 0),
    baselineOf: (size, lineHeight) => lineHeight / 2 + ((ascender + descender) / 2 / main.unitsPerEm) * size,
  };
}

function loadFont(bytes: Uint8Array): LoadedFont {
  const face = new Face(new Blob(bytes));
  return { font: new Font(face), unitsPerEm: face.upem, signs: new Set(face.collectUnicodes()) };
}

interface Run extends Stretch {
  readonly font: LoadedFont;
}

/** A stretch by font, from left to right. What is never seen stays with what is before it. */
function listRuns({ text, isRightToLeft }: Stretch, fontOf: (grapheme: string) => LoadedFont): Run[] {
  const runs: { font: LoadedFont; isRightToLeft: boolean; text: string }[] = [];
  for (const grapheme of splitGraphemes(text)) {
    const last = runs.at(-1);
    const font = last && INVISIBLE.test(grapheme) ? last.font : fontOf(grapheme);
    if (last?.font === font) last.text += grapheme;
    else runs.push({ font, isRightToLeft, text: grapheme });
  }
  return isRightToLeft ? runs.reverse() : runs;
}

function joinRuns(runs: readonly Run[], size: number): SetText {
  let width = 0;
  let path = '';
  for (const run of runs) {
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
