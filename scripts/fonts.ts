import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { buildFallbackStyles } from './fallback-styles';
import { runCommand } from './run-command';
import { buildFont, buildNames, type NameRecord, readNames, readTables } from './sfnt';

/**
 * Builds the fonts in `app/_shared/fonts` from the full ones on npm: the characters a page needs, the features a book needs. A
 * subset is a modified version under the Open Font License, so the reserved names "Source" and "Plex" leave the file.
 */
interface Face {
  file: string;
  source: string;
  family: string;
  style: string;
  text: string;
  features: string[];
  /** Absent: woff2. Social cards are drawn from a plain font. */
  format?: 'ttf';
  /** Axes of a variable font: a number pins one. Absent: the font has none. */
  axes?: Record<string, number | { min: number; max: number; default: number }>;
}

const SERIF_ROMAN = 'source-serif/WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2';
const SERIF_ITALIC = 'source-serif/WOFF2/VAR/SourceSerif4Variable-Italic.ttf.woff2';
const MATH = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';
const MONO = '@ibm/plex-mono/fonts/complete/woff2/IBMPlexMono-Regular.woff2';

const LATIN = characters([0x20, 0x7e], [0xa0, 0xff]);
const PUNCTUATION = '\u2002\u2003\u2009\u202f\u2010\u2011–—‘’‚“”„†‡•…‰′″‹›⁄€™−≈≠≤≥←↑→↓◊■▸▾Œœ';
const LATIN_EXTENDED = characters(
  [0x100, 0x151],
  [0x154, 0x17f],
  [0x218, 0x21b],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
);
/** Every Latin, Greek and Cyrillic letter the font has: what no page can afford costs a drawn card nothing. */
const CARD_CHARACTERS = characters(
  [0x20, 0x7e],
  [0xa0, 0x52f],
  [0x1e00, 0x1fff],
  [0x2000, 0x20bf],
  [0x2100, 0x22ff],
  [0x25a0, 0x25ff],
);
const MONO_CHARACTERS = '–—‘’“”•…€−≈≠≤≥←↑→↓│─└├┌┐┘┤┬┴┼';

/** Greek, and the italic, bold, double-struck and script letters that mathematics takes from Unicode's own block. */
const MATH_LETTERS = characters(
  [0x20, 0x7e],
  [0x391, 0x3c9],
  [0x1d400, 0x1d467],
  [0x1d49c, 0x1d4b5],
  [0x1d538, 0x1d551],
  [0x1d6fc, 0x1d71b],
);
const MATH_CHARACTERS =
  'ℎℂℍℕℙℚℝℤℬℰℱℋℐℒℳℛϑϕϵ¬±×÷·°ħℓ℘ℜℑℵ′″‴…‖←↑→↓↔⇐⇒⇔↦↪⟨⟩⌈⌉⌊⌋⟶⟹⟺⏞⏟⎴⎵ˆ˜¯ˇ˘˙¨‾⃗∖∁∎' +
  '∀∂∃∅∇∈∉∋∏∐∑−∓∗∘∙√∝∞∠∣∥∧∨∩∪∫∬∭∮∴∵∼≃≅≈≔≠≡≤≥≪≫≺≻⊂⊃⊆⊇⊄⊕⊗⊥⊢⊤⊨⋀⋁⋂⋃⋅⋆⋮⋯⋱';

const ROMAN_FEATURES = [
  'kern',
  'liga',
  'locl',
  'ccmp',
  'onum',
  'lnum',
  'pnum',
  'tnum',
  'smcp',
  'c2sc',
  'case',
];
const ITALIC_FEATURES = ['kern', 'liga', 'locl', 'ccmp', 'onum', 'lnum', 'pnum', 'tnum'];

/** Optical size 20 suits text and title alike; weight stops at the semibold of headings. */
const ROMAN_AXES = { opsz: 20, wght: { min: 400, max: 600, default: 400 } };
const ITALIC_AXES = { opsz: 20, wght: 400 };

const roman = { source: SERIF_ROMAN, family: 'Colophon Serif', style: 'Regular', features: ROMAN_FEATURES };
const italic = { source: SERIF_ITALIC, family: 'Colophon Serif', style: 'Italic', features: ITALIC_FEATURES };

const FACES: Face[] = [
  { ...roman, file: 'colophon-serif-roman', text: LATIN + PUNCTUATION, axes: ROMAN_AXES },
  { ...italic, file: 'colophon-serif-italic', text: LATIN + PUNCTUATION, axes: ITALIC_AXES },
  { ...roman, file: 'colophon-serif-roman-extended', text: LATIN_EXTENDED, axes: ROMAN_AXES },
  { ...italic, file: 'colophon-serif-italic-extended', text: LATIN_EXTENDED, axes: ITALIC_AXES },
  {
    ...roman,
    file: 'colophon-serif-card',
    format: 'ttf',
    text: CARD_CHARACTERS,
    features: [...ITALIC_FEATURES, 'mark', 'mkmk'],
    axes: ITALIC_AXES,
  },
  {
    ...italic,
    file: 'colophon-serif-card-italic',
    format: 'ttf',
    text: CARD_CHARACTERS,
    features: [...ITALIC_FEATURES, 'mark', 'mkmk'],
    axes: ITALIC_AXES,
  },
  {
    file: 'colophon-mono',
    source: MONO,
    family: 'Colophon Mono',
    style: 'Regular',
    text: LATIN + MONO_CHARACTERS,
    features: ['zero'],
  },
  {
    file: 'colophon-math',
    source: MATH,
    family: 'Colophon Math',
    style: 'Regular',
    text: MATH_LETTERS + MATH_CHARACTERS,
    features: ['ccmp', 'kern', 'ssty'],
  },
];

const COPYRIGHT = 0;
/** From this id on, names belong to tables of the font, such as the axes. */
const FIRST_FREE_NAME = 256;

const LICENCES = {
  'colophon-serif-license.txt': 'source-serif/LICENSE.md',
  'colophon-math-license.txt': '@fontsource/stix-two-math/LICENSE',
  'colophon-mono-license.txt': '@ibm/plex-mono/LICENSE.txt',
};

const target = path.join(import.meta.dirname, '../app/_shared/fonts');
const resolve = createRequire(import.meta.url).resolve;

for (const face of FACES) {
  const font = await buildFace(face);
  const file = `${face.file}.${face.format ?? 'woff2'}`;
  await writeFile(path.join(target, file), font);
  console.log(`${file}  ${font.length.toLocaleString('en')} bytes`);
}
for (const [file, source] of Object.entries(LICENCES)) {
  await writeFile(path.join(target, file), await readFile(resolve(source)));
}

const fallbacks = path.join(import.meta.dirname, '../components/styles/fallbacks.css');
await writeFile(fallbacks, await buildFallbackStyles(target));
await runCommand('biome', ['format', '--write', fallbacks]);

async function buildFace({ source, text, features, axes, family, style, format }: Face): Promise<Buffer> {
  const subset = await subsetFont(await readFile(resolve(source)), text, {
    targetFormat: 'sfnt',
    keepFeatures: features,
    noHinting: true,
    ...(axes && { variationAxes: axes }),
  });
  const font = renameFont(subset, family, style);
  return format === 'ttf' ? font : convert(font, 'woff2');
}

function renameFont(font: Buffer, family: string, style: string): Buffer {
  const tables = new Map(readTables(font));
  const name = tables.get('name');
  if (!name) throw new Error(`The subset for ${family} has no name table.`);
  const names = readNames(name);
  const copyright = names.find(({ id }) => id === COPYRIGHT)?.text ?? '';
  const isVariable = tables.has('fvar');
  const axes = names.filter(
    ({ id, text }) => isVariable && id >= FIRST_FREE_NAME && !/source|plex/i.test(text),
  );
  const postScript = `${family.replaceAll(' ', '')}-${style}`;
  const records: NameRecord[] = [
    { id: COPYRIGHT, text: copyright },
    { id: 1, text: family },
    { id: 2, text: style },
    { id: 3, text: postScript },
    { id: 4, text: `${family} ${style}` },
    { id: 6, text: postScript },
    { id: 13, text: 'This Font Software is licensed under the SIL Open Font License, Version 1.1.' },
    { id: 14, text: 'https://openfontlicense.org' },
    ...axes,
  ];
  tables.set('name', buildNames(records));
  // The style attributes point into the names just replaced, and a pinned font needs none.
  tables.delete('STAT');
  return buildFont(tables, font.readUInt32BE(0));
}

function characters(...ranges: [from: number, to: number][]): string {
  return ranges
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
    )
    .join('');
}
