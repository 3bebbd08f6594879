import type { Site } from '../site/site';
import { type FontMetrics, type FontStyle, formatFallbacks, listFallbackFamilies } from './fallbacks';
import { type FontFile, type Role, readFontFiles } from './font-files';

/** Heights of the letter x of Source Serif and Plex Mono, for which all sizes of text and of code are made. */
const X_HEIGHTS: Readonly<Record<Role, number>> = { text: 0.475, code: 0.516 };
/** How much wider the bold of a variable font is, about. */
const BOLD_WIDTH = 1.014;

const TOKENS: Readonly<Record<Role, string>> = { text: '--font-serif', code: '--font-mono' };
const FALLBACKS: Readonly<Record<Role, string>> = {
  text: 'Georgia,serif',
  code: 'ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace',
};
const STYLES: Readonly<Record<FontFile['style'], string>> = {
  regular: '',
  italic: 'font-style:italic;',
  bold: 'font-weight:600;',
};
const GENERIC =
  /^(?:serif|sans-serif|monospace|cursive|system-ui|ui-(?:serif|sans-serif|monospace|rounded))$/;

/** Languages in whose scripts nothing is slanted. */
const UPRIGHT = ':is(:lang(zh),:lang(ja),:lang(ko),:lang(ar),:lang(he))';

/** The settings that a style sheet can hold: a blog's own accent and fonts. Empty where it has neither. */
export function formatSiteStyle(site: Pick<Site, 'accent' | 'fonts'>, root: string): string {
  const { accent, fonts = {} } = site;
  const { files } = readFontFiles(site, root);
  const tokens = [
    ...(accent ? [`--color-rubric:light-dark(${accent.light},${accent.dark})`] : []),
    ...(['text', 'code'] as const).flatMap((role) => {
      const font = fonts[role];
      if (font === undefined) return [];
      const families =
        typeof font === 'string' ? font.split(',') : [font.name, ...listFallbackFamilies(font.name, role)];
      return `${TOKENS[role]}:${[...families.map(quote), FALLBACKS[role]].join()}`;
    }),
  ];
  if (tokens.length === 0) return '';
  return [
    ...files.map((file) => formatFontFace(file, files)),
    ...(['text', 'code'] as const).map((role) =>
      formatOwnFallbacks(files.filter((file) => file.role === role)),
    ),
    // Stronger than the tokens themselves, in their own layer, so that other rules for them still win.
    `@layer theme{html:root{${tokens.join(';')}}}`,
    // A font may lack its italic or its bold; words in these must not lose them.
    fonts.text === undefined
      ? ''
      : `@layer base{html body{font-synthesis:style weight}html ${UPRIGHT}{font-synthesis:weight}}`,
    // A font of the reader's own system cannot be scaled by a rule of its own.
    typeof fonts.code === 'string'
      ? `@layer base{html :is(code,pre,kbd,samp){font-size-adjust:${X_HEIGHTS.code}}}`
      : '',
  ].join('');
}

function formatFontFace(
  { role, style, family, path, weights, xHeight }: FontFile,
  all: readonly FontFile[],
): string {
  const hasBold = all.some((other) => other.role === role && other.style === 'bold');
  // The bold of the text is 600; a font that has it needs no second file.
  const range = weights && !hasBold ? `font-weight:${weights.join(' ')};` : '';
  const size = xHeight === undefined ? '' : `size-adjust:${Math.round(toScale(role, xHeight) * 1000) / 10}%;`;
  return `@font-face{font-family:${quote(family)};src:url(${path})format("woff2");${STYLES[style]}${range}${size}font-display:swap}`;
}

function toScale(role: Role, xHeight: number): number {
  return X_HEIGHTS[role] / xHeight;
}

/** What stands in for the files of one role until they arrive. */
function formatOwnFallbacks(files: readonly FontFile[]): string {
  const [first] = files;
  if (first === undefined) return '';
  const styles: Partial<Record<FontStyle, FontMetrics>> = {};
  for (const { role, style, metrics, xHeight } of files) {
    const scale = xHeight === undefined ? 1 : toScale(role, xHeight);
    if (metrics) styles[style] = scaleMetrics(metrics, scale, scale);
  }
  if (first.weights && styles.regular) styles.bold ??= scaleMetrics(styles.regular, BOLD_WIDTH, 1);
  return formatFallbacks(first.family, first.role, styles);
}

function scaleMetrics({ width, ascent, descent }: FontMetrics, across: number, along: number): FontMetrics {
  return { width: width * across, ascent: ascent * along, descent: descent * along };
}

function quote(family: string): string {
  const name = family.trim();
  return GENERIC.test(name) ? name : `"${name}"`;
}
