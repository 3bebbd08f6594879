import { Blob, Buffer, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';
import { orderStretches, type Stretch } from './direction';

/** A piece of text as it is drawn: elements of SVG, from a baseline that starts at 0. */
export interface SetText {
  readonly shape: string;
  readonly width: number;
}

export interface Typesetter {
  /** Characters of a text that no font has; spaces and what is never seen do not count. */
  findMissing(text: string): string[];
  /** Sets a line of a text. Absent: the line decides in which direction the text runs. */
  setText(line: string, size: number, isTextRightToLeft?: boolean): SetText;
  /** Width of a text, in pixels. */
  measure(text: string, size: number): number;
  /** Distance of the baseline from the top of a line of the height given, as CSS places it. */
  baselineOf(size: number, lineHeight: number): number;
}

/** What cards are set in. */
export interface Fonts {
  readonly roman: Typesetter;
  readonly italic: Typesetter;
}

interface LoadedFont {
  readonly font: Font;
  readonly unitsPerEm: number;
  readonly characters: ReadonlySet<number>;
  /** Outlines by glyph, in font units: a text has the same letters again and again. */
  readonly outlines: Map<number, string>;
}

/** Text figures, as the pages have them; a font without them keeps its own. */
const FEATURES = ['onum', 'pnum'].map((name) => new Feature(name));

/** The words of a blog come again from card to card. */
const MAX_WIDTHS = 20_000;

/** At the end of a text. */
const EMOJI = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{fe0f})$/u;

const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}]+$/u;

/** Sets text in the first font, and what that lacks in the others, in their order. */
export function createTypesetter(files: readonly Uint8Array[]): Typesetter {
  const fonts = files.map(loadFont);
  const [main] = fonts;
  if (!main) throw new Error('There is no font to set text in.');
  const has = ({ characters }: LoadedFont, text: string) =>
    [...text].every((one) => INVISIBLE.test(one) || characters.has(one.codePointAt(0) ?? 0));
  const fontOf = remember((grapheme) => fonts.find((font) => has(font, grapheme)));
  const toRuns = (line: string, isTextRightToLeft?: boolean) =>
    orderStretches(line, isTextRightToLeft).flatMap((stretch) =>
      listRuns(stretch, (grapheme) => fontOf(grapheme) ?? main),
    );
  const { ascender, descender } = main.font.hExtents();
  const widthOf = remember((text) => toRuns(text).reduce((width, run) => width + shapeRun(run, 1).width, 0));
  return {
    findMissing: (text) => [...new Set(splitGraphemes(text).filter((grapheme) => !fontOf(grapheme)))],
    setText: (line, size, isTextRightToLeft) => joinRuns(toRuns(line, isTextRightToLeft), size),
    measure: (text, size) => widthOf(text) * size,
    baselineOf: (size, lineHeight) => lineHeight / 2 + ((ascender + descender) / 2 / main.unitsPerEm) * size,
  };
}

/** The same function, asked once for each text; it forgets all when it knows many. */
function remember<Result>(find: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Result;
    if (known.size >= MAX_WIDTHS) known.clear();
    const made = find(text);
    known.set(text, made);
    return made;
  };
}

function loadFont(bytes: Uint8Array): LoadedFont {
  const face = new Face(new Blob(bytes));
  const characters = new Set(face.collectUnicodes());
  return { font: new Font(face), unitsPerEm: face.upem, characters, outlines: new Map() };
}

interface Run extends Stretch {
  readonly font: LoadedFont;
}

/** A stretch by font, from left to right. What is never seen stays with what is before it: but a space of emoji is as wide as they are. */
function listRuns({ text, isRightToLeft }: Stretch, fontOf: (grapheme: string) => LoadedFont): Run[] {
  const runs: { font: LoadedFont; isRightToLeft: boolean; text: string }[] = [];
  for (const grapheme of splitGraphemes(text)) {
    const last = runs.at(-1);
    const isKept = last && INVISIBLE.test(grapheme) && !EMOJI.test(last.text);
    const font = isKept ? last.font : fontOf(grapheme);
    if (last?.font === font) last.text += grapheme;
    else runs.push({ font, isRightToLeft, text: grapheme });
  }
  return isRightToLeft ? runs.reverse() : runs;
}

function joinRuns(runs: readonly Run[], size: number): SetText {
  let width = 0;
  let shape = '';
  for (const run of runs) {
    const set = setRun(run, size, width);
    shape += set.shape;
    width += set.width;
  }
  return { shape, width };
}

/** Outlines stay as the font has them, in its units and upwards: a group brings them to their size and place. */
function setRun(run: Run, size: number, left: number): SetText {
  const { glyphs, scale, width } = shapeRun(run, size);
  let x = 0;
  let shape = '';
  for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of glyphs) {
    const outline = getOutline(run.font, codepoint);
    if (outline !== '') shape += `<path transform="translate(${x + xOffset} ${yOffset})" d="${outline}"/>`;
    x += xAdvance;
  }
  const [factor, start] = [scale.toFixed(6), left.toFixed(2)];
  return { shape: `<g transform="matrix(${factor} 0 0 -${factor} ${start} 0)">${shape}</g>`, width };
}

function getOutline({ font, outlines }: LoadedFont, glyph: number): string {
  const known = outlines.get(glyph);
  if (known !== undefined) return known;
  const outline = font.glyphToPath(glyph);
  outlines.set(glyph, outline);
  return outline;
}

function shapeRun({ font: { font, unitsPerEm }, text, isRightToLeft }: Run, size: number) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  shape(font, buffer, FEATURES);
  const glyphs = buffer.getGlyphInfosAndPositions();
  const scale = size / unitsPerEm;
  const width = glyphs.reduce((sum, { xAdvance = 0 }) => sum + xAdvance * scale, 0);
  return { glyphs, scale, width };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function splitGraphemes(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
