import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { contrastOf, parseColour } from './colours';
import { getDrawnColours } from './own-colours';
import { PALETTE } from './palette';

const draw = (source: string, accent: typeof ACCENT | undefined, theme: 'light' | 'dark') =>
  getDrawnColours({ site: accent ? { accent } : {}, files: { style: { source } } }, theme);

const ACCENT = { light: '#00663a', dark: '#5bd39a' };

test('a blog without a style sheet has the colours of the engine, and its accent', () => {
  const { sink: _sink, ...light } = PALETTE.light;
  expect(draw('', undefined, 'light')).toEqual(light);
  expect(draw('', ACCENT, 'dark').rubric).toBe('#5bd39a');
});

test('a style sheet wins over the accent, in each theme', () => {
  const style =
    ':root { --color-paper: light-dark(#fff, oklch(0.185 0.005 70)); --color-rubric: var(--color-ink) }';
  expect(draw(style, ACCENT, 'light')).toMatchObject({ paper: '#ffffff', rubric: PALETTE.light.ink });
  expect(draw(style, ACCENT, 'dark')).toMatchObject({ paper: '#141210', rubric: PALETTE.dark.ink });
});

test('a colour that cannot be computed leaves all of them to the engine', () => {
  const { sink: _sink, ...light } = PALETTE.light;
  for (const paper of ['color-mix(in oklab, red, blue)', 'var(--color-paper)', 'var(--color-none)'])
    expect(draw(`:root { --color-paper: ${paper}; --color-ink: #fff }`, undefined, 'light'), paper).toEqual(
      light,
    );
});

test('a page that is dark for everybody is drawn dark', () => {
  const own = ':root { --color-paper: light-dark(#fff, #111) }';
  const paperOf = (rule: string) => draw(`${rule} ${own}`, undefined, 'light').paper;
  expect(paperOf(':root:not([data-theme="light"]) { color-scheme: dark; }')).toBe('#111111');
  expect(paperOf('html { margin: 0; color-scheme: only dark }')).toBe('#111111');
  expect(paperOf(':root[data-theme="dark"] { color-scheme: dark }')).toBe('#ffffff');
  expect(paperOf('/* :root { color-scheme: dark } */')).toBe('#ffffff');
  expect(paperOf(':root { color-scheme: dark light }')).toBe('#ffffff');
  expect(paperOf('aside { color-scheme: dark }')).toBe('#ffffff');
});

for (const name of ['mono', 'night', 'sans']) {
  test(`what is drawn in the colours of the theme ${name} can be read`, () => {
    const style = readFileSync(`examples/themes/${name}.css`, 'utf8');
    const { paper, ink, 'ink-2': ink2, rubric } = draw(style, undefined, 'light');
    expect(paper).not.toBe(PALETTE.light.paper);
    const ratios = [ink, ink2, rubric].map((front) => {
      const [a, b] = [parseColour(front), parseColour(paper)];
      return a && b ? contrastOf(a, b) : 0;
    });
    expect(Math.min(...ratios)).toBeGreaterThan(4.5);
  });
}
