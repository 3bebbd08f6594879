import { convert } from 'fontverter';
import { Blob, Face, Feature, Font, Buffer as GlyphBuffer, shape, Variation } from 'harfbuzzjs';
import type { FontMetrics } from '../lib/fonts/fallbacks';
import { SAMPLE_TEXT } from '../lib/fonts/sample-text';

/** The measures of a font file, kerned and with text figures, at a weight if it is variable. */
export async function measureFont(file: Buffer, weight?: number): Promise<FontMetrics> {
  const face = new Face(new Blob(await convert(file, 'sfnt')));
  const font = new Font(face);
  if (weight !== undefined) font.setVariations([new Variation('wght', weight)]);
  const buffer = new GlyphBuffer();
  buffer.addText(SAMPLE_TEXT);
  buffer.guessSegmentProperties();
  shape(font, buffer, [new Feature('onum'), new Feature('pnum')]);
  const width = buffer.getGlyphInfosAndPositions().reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0);
  const { ascender, descender } = font.hExtents();
  return {
    width: width / face.upem / SAMPLE_TEXT.length,
    ascent: ascender / face.upem,
    descent: -descender / face.upem,
  };
}
