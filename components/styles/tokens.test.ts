import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';

const folder = new URL('./', import.meta.url);

/** A shadow of one pixel without blur is a rule. Black and white as masks, on paper, and as the shade behind a dialog are no colours of the design. */
const ALLOWED = [/mask-image:.*#000/, /--color-[\w-]+: #(?:fff|000|222|444);/, /rgb\(0 0 0 \/ [\d.]+\)/];

const RULES: readonly [what: string, pattern: RegExp][] = [
  [
    'colour',
    /#[\da-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|oklch)a?\((?!from)|:\s*(?:white|black|red|gr[ae]y)\b/i,
  ],
  ['radius', /border(?:-\w+)*-radius:(?!\s*(?:0|inherit|var\(--radius-))/],
  ['shadow', /(?:box|text)-shadow:(?!\s*(?:none|var\(--shadow-|0 1px var\(--color-))|drop-shadow\(/],
];

for (const file of readdirSync(folder).filter((name) => name.endsWith('.css') && name !== 'theme.css')) {
  test(`${file} takes colours, radii and shadows from the tokens`, () => {
    const css = readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const found = css
      .split('\n')
      .filter((line) => !ALLOWED.some((allowed) => allowed.test(line)))
      .flatMap((line) =>
        RULES.filter(([, rule]) => rule.test(line)).map(([what]) => `${what}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });
}
