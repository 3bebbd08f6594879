import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { formatHex, parseColour } from './colours';
import { PALETTE } from './palette';

const css = readFileSync(new URL('../../components/styles/theme.css', import.meta.url), 'utf8');

test('the colours that stand outside the style sheets are its tokens', () => {
  for (const [at, theme] of (['light', 'dark'] as const).entries()) {
    for (const [name, hex] of Object.entries(PALETTE[theme])) {
      const token = new RegExp(
        `--color-${name}: light-dark\\((oklch\\([^)]*\\)), (oklch\\([^)]*\\))\\)`,
      ).exec(css);
      const colour = parseColour(token?.[at + 1] ?? '');
      expect(colour && formatHex(colour), `${name}, ${theme}`).toBe(hex);
    }
  }
});
