import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const tokens = readTokens(
  readFileSync(new URL('../../../components/styles/theme.css', import.meta.url), 'utf8'),
);
const roles = ['comment', 'keyword', 'string', 'function', 'type', 'number', 'tag'].map(
  (role) => `code-${role}`,
);
const texts = ['ink', 'ink-3', 'code-punctuation', ...roles];

for (const theme of ['light', 'dark'] as const) {
  const color = (name: string): Triple => toLinear(tokens[theme].get(name));

  for (const ground of ['sink', 'mark', 'added', 'removed']) {
    test(`${theme}: every role is readable on ${ground}`, () => {
      const failing = texts
        .map((name) => ({ name, ratio: contrast(color(name), color(ground)) }))
        .filter(({ ratio }) => ratio < 4.5);
      expect(failing).toEqual([]);
    });
  }

  test(`${theme}: text is readable wherever it stands`, () => {
    const failing = ['paper', 'sink', 'mark'].flatMap((ground) =>
      ['ink', 'ink-2', 'ink-3', 'rubric']
        .filter((text) => ground === 'paper' || ground === 'sink' || text === 'ink')
        .filter((text) => contrast(color(text), color(ground)) < 4.5)
        .map((text) => `${text} on ${ground}`),
    );
    expect(failing).toEqual([]);
    // The border of an input is no text: WCAG 1.4.11 asks for 3.
    expect(contrast(color('ink-3'), color('paper'))).toBeGreaterThan(3);
  });

  test(`${theme}: signs are readable on their lines`, () => {
    expect(contrast(color('added-sign'), color('added'))).toBeGreaterThan(4.5);
    expect(contrast(color('removed-sign'), color('removed'))).toBeGreaterThan(4.5);
    expect(contrast(color('code-number'), color('mark'))).toBeGreaterThan(4.5);
  });

  for (const [vision, matrix] of visions()) {
    test(`${theme}: roles stay apart for ${vision} vision`, () => {
      const seen = ['ink', ...roles].map((name) => ({ name, lab: toLab(multiply(matrix, color(name))) }));
      const pairs = seen.flatMap((a, index) =>
        seen
          .slice(index + 1)
          .map((b) => ({ pair: `${a.name} ${b.name}`, distance: 100 * distance(a.lab, b.lab) })),
      );
      expect(pairs.filter((pair) => pair.distance < 7.5)).toEqual([]);
    });
  }
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
function visions(): [string, Matrix][] {
  return [
    [
      'normal',
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
    [
      'protan',
      [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ],
    ],
    [
      'deutan',
      [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
      ],
    ],
    [
      'tritan',
      [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
      ],
    ],
  ];
}

function readTokens(css: string): Record<'light' | 'dark', Map<string, Triple>> {
  const number = '([\\d.]+)';
  const oklch = `oklch\\(${number} ${number} ${number}\\)`;
  const light = new Map<string, Triple>();
  const dark = new Map<string, Triple>();
  for (const found of css.matchAll(
    new RegExp(`--color-([\\w-]+): light-dark\\(${oklch}, ${oklch}\\)`, 'g'),
  )) {
    const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = found.slice(2).map(Number);
    light.set(found[1] ?? '', [l1, c1, h1]);
    dark.set(found[1] ?? '', [l2, c2, h2]);
  }
  return { light, dark };
}

/** Linear sRGB of an OKLCH colour, cut to what a screen shows (Ottosson 2020). */
function toLinear(oklch: Triple | undefined): Triple {
  if (!oklch) throw new Error('A colour is missing from theme.css.');
  const [lightness, chroma, hue] = oklch;
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = multiply(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    [l, m, s],
  );
  return map(rgb, (value) => Math.min(1, Math.max(0, value)));
}

function toLab(linear: Triple): Triple {
  const lms = multiply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    map(linear, (value) => Math.min(1, Math.max(0, value))),
  );
  return multiply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    map(lms, Math.cbrt),
  );
}

function contrast(a: Triple, b: Triple): number {
  const luminance = ([red, green, blue]: Triple) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function distance(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function multiply(matrix: Matrix, [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function map([a, b, c]: Triple, change: (value: number) => number): Triple {
  return [change(a), change(b), change(c)];
}
