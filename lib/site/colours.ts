/** Red, green and blue, or lightness, chroma and hue in degrees. */
export type Triple = readonly [number, number, number];

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const NUMBER = String.raw`\d*\.?\d+`;
const OKLCH = new RegExp(
  String.raw`^oklch\(\s*(${NUMBER})(%?)\s+(${NUMBER})\s+(${NUMBER})(?:deg)?\s*\)$`,
  'i',
);

/** Linear sRGB of `#a91e16`, `#a21` or `oklch(0.475 0.175 29)`, cut to what a screen shows; undefined for other texts. */
export function parseColour(text: string): Triple | undefined {
  if (HEX.test(text)) return toLinear(text);
  const [, lightness, percent, chroma, hue] = OKLCH.exec(text) ?? [];
  if (lightness === undefined) return undefined;
  return fromOklch([Number(lightness) / (percent === '%' ? 100 : 1), Number(chroma), Number(hue)]);
}

/** How much two colours of linear sRGB differ in lightness, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(a: Triple, b: Triple): number {
  const luminance = ([red, green, blue]: Triple) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** `#rrggbb` of a colour in linear sRGB. */
export function formatHex(linear: Triple): string {
  const digits = linear.map((value) => {
    const curved = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, curved)))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

/**
 * The colour of the same hue and, as far as a screen can show it, the same strength that is nearest to this one and
 * passes a test: ever darker ones are tried, or ever lighter ones. Undefined where none passes.
 */
export function findNearest(
  colour: Triple,
  direction: 'darker' | 'lighter',
  passes: (colour: Triple) => boolean,
): Triple | undefined {
  const [start, chroma, hue] = toOklch(colour);
  const step = direction === 'darker' ? -0.002 : 0.002;
  for (let lightness = start; lightness > 0 && lightness < 1; lightness += step) {
    const shown = toLinear(formatHex(fromOklch([lightness, fitChroma(lightness, chroma, hue), hue])));
    if (passes(shown)) return shown;
  }
  return undefined;
}

/** The strongest chroma, up to the one wanted, that a screen shows in this lightness and hue. */
function fitChroma(lightness: number, wanted: number, hue: number): number {
  let chroma = wanted;
  while (chroma > 0.001 && !isShown(mixOklch([lightness, chroma, hue]))) chroma *= 0.97;
  return chroma;
}

function isShown(linear: Triple): boolean {
  return linear.every((value) => value > -0.0001 && value < 1.0001);
}

function toLinear(hex: string): Triple {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const channel = (at: number) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function fromOklch(oklch: Triple): Triple {
  const [red, green, blue] = mixOklch(oklch);
  const cut = (value: number) => Math.min(1, Math.max(0, value));
  return [cut(red), cut(green), cut(blue)];
}

/** Both ways between OKLCH and linear sRGB as Ottosson gave them in 2020 (https://bottosson.github.io/posts/oklab/). */
function mixOklch([lightness, chroma, hue]: Triple): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toOklch([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, b), hue];
}
