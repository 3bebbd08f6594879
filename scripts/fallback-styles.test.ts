import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { formatFallbacks } from '../lib/fonts/fallbacks';
import { readWoff2 } from '../lib/fonts/woff2';
import { buildFallbackStyles } from './fallback-styles';
import { measureFont } from './measure-font';

const FONTS = path.join(import.meta.dirname, '../app/_shared/fonts');
const resolve = createRequire(import.meta.url).resolve;

/** Fonts with the measures of those that a system may have. */
const SAME_MEASURES = { Georgia: 'gelasio', Noto: 'noto-serif', Times: 'tinos' };
const FILES = { regular: '400-normal', bold: '700-normal', italic: '400-italic' } as const;

test('the style sheet has the fallbacks of the fonts beside it', async () => {
  const css = await readFile(path.join(import.meta.dirname, '../components/styles/fallbacks.css'), 'utf8');
  expect(normalize(css)).toBe(normalize(await buildFallbackStyles(FONTS)));
});

for (const [name, sample] of Object.entries(SAME_MEASURES)) {
  for (const [style, file] of Object.entries(FILES)) {
    test(`text in ${name}, ${style}, takes the room it takes in the font it stands for`, async () => {
      const bytes = await readFile(resolve(`@fontsource/${sample}/files/${sample}-latin-${file}.woff2`));
      const { width } = await measureFont(bytes);
      const rules = formatFallbacks('Own', 'text', { [style]: { width: 0.5, ascent: 1, descent: 0.25 } });
      const rule = rules.split('}').find((text) => text.includes(`"Own Fallback ${name}"`)) ?? '';
      const read = (descriptor: string) =>
        Number(new RegExp(`${descriptor}:([\\d.]+)%`).exec(rule)?.[1]) / 100;
      const scale = read('size-adjust');
      expect(width * scale).toBeCloseTo(0.5, 3);
      expect(read('ascent-override') * scale).toBeCloseTo(1, 3);
      expect(read('descent-override') * scale).toBeCloseTo(0.25, 3);
    });
  }
}

test('the room that a WOFF2 file says its text takes is what it takes', async () => {
  for (const name of ['serif-italic', 'serif-roman', 'mono']) {
    const bytes = await readFile(path.join(FONTS, `colophon-${name}.woff2`));
    const measured = await measureFont(bytes);
    const { metrics } = readWoff2(bytes);
    expect(Math.abs((metrics?.width ?? 0) / measured.width - 1), name).toBeLessThan(0.006);
    expect(metrics?.ascent).toBeCloseTo(measured.ascent, 4);
    expect(metrics?.descent).toBeCloseTo(measured.descent, 4);
  }
});

function normalize(css: string): string {
  return css.replace(/\s+/g, '').replaceAll(';}', '}');
}
