import type { Site } from '../site/site';
import { type FaceFile, type Role, readFaceFiles } from './font-files';

/** Height of the letter x of Source Serif, for which all sizes of text are made; code has a rule of its own. */
const X_HEIGHT = 0.475;

const TOKENS: Readonly<Record<Role, string>> = { text: '--font-serif', code: '--font-mono' };
const FALLBACKS: Readonly<Record<Role, string>> = {
  text: 'Georgia,serif',
  code: 'ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace',
};
const STYLES: Readonly<Record<FaceFile['style'], string>> = {
  regular: '',
  italic: 'font-style:italic;',
  bold: 'font-weight:600;',
};
const GENERIC =
  /^(?:serif|sans-serif|monospace|cursive|system-ui|ui-(?:serif|sans-serif|monospace|rounded))$/;

/** The settings that a style sheet can hold: a blog's own accent and faces. Empty where it has neither. */
export function formatSiteStyle(site: Pick<Site, 'accent' | 'faces'>, root: string): string {
  const { accent, faces = {} } = site;
  const { files } = readFaceFiles(site, root);
  const tokens = [
    ...(accent ? [`--color-rubric:light-dark(${accent.light},${accent.dark})`] : []),
    ...(['text', 'code'] as const).flatMap((role) => {
      const face = faces[role];
      if (face === undefined) return [];
      const families = typeof face === 'string' ? face.split(',') : [face.name];
      return `${TOKENS[role]}:${[...families.map(quote), FALLBACKS[role]].join()}`;
    }),
  ];
  if (tokens.length === 0) return '';
  return [
    ...files.map((file) => formatFace(file, files)),
    // Stronger than the tokens themselves, in their own layer, so that other rules for them still win.
    `@layer theme{html:root{${tokens.join(';')}}}`,
    // A face may lack its italic or its bold; words in these must not lose them.
    faces.text === undefined ? '' : '@layer base{html body{font-synthesis:style weight}}',
  ].join('');
}

function formatFace(
  { role, style, family, path, weights, xHeight }: FaceFile,
  all: readonly FaceFile[],
): string {
  const hasBold = all.some((other) => other.role === role && other.style === 'bold');
  // The bold of the text is 600; a font that has it needs no second file.
  const range = weights && !hasBold ? `font-weight:${weights.join(' ')};` : '';
  const size =
    role === 'text' && xHeight !== undefined
      ? `size-adjust:${Math.round((X_HEIGHT / xHeight) * 1000) / 10}%;`
      : '';
  return `@font-face{font-family:${quote(family)};src:url(${path})format("woff2");${STYLES[style]}${range}${size}font-display:optional}`;
}

function quote(family: string): string {
  const name = family.trim();
  return GENERIC.test(name) ? name : `"${name}"`;
}
