/** What decides how much room a text takes, in parts of the font size. */
export interface FontMetrics {
  /** Of a character of English text (sample-text.ts), on average. */
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

export type FontStyle = 'regular' | 'bold' | 'italic';

interface LocalFont {
  readonly name: string;
  /** For each style, the full and PostScript names a system may know it by, and its average width. */
  readonly styles: Partial<Record<FontStyle, { readonly names: readonly string[]; readonly width: number }>>;
}

/**
 * Fonts of systems, those first whose lines break most like the site's own: Georgia on Windows and macOS, Noto Serif on
 * Android, Times or a font with its measures elsewhere. A test compares the widths with fonts that have the same.
 */
const SERIFS: readonly LocalFont[] = [
  {
    name: 'Georgia',
    styles: {
      regular: { names: ['Georgia', 'Gelasio'], width: 0.437 },
      bold: { names: ['Georgia Bold', 'Georgia-Bold', 'Gelasio Bold'], width: 0.5076 },
      italic: { names: ['Georgia Italic', 'Georgia-Italic', 'Gelasio Italic'], width: 0.4459 },
    },
  },
  {
    name: 'Noto',
    styles: {
      regular: { names: ['Noto Serif', 'NotoSerif'], width: 0.4727 },
      bold: { names: ['Noto Serif Bold', 'NotoSerif-Bold'], width: 0.5012 },
      italic: { names: ['Noto Serif Italic', 'NotoSerif-Italic'], width: 0.4604 },
    },
  },
  {
    name: 'Times',
    styles: {
      regular: {
        names: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'Tinos'],
        width: 0.3987,
      },
      bold: {
        names: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'Tinos Bold'],
        width: 0.4229,
      },
      italic: {
        names: [
          'Times New Roman Italic',
          'TimesNewRomanPS-ItalicMT',
          'Liberation Serif Italic',
          'Tinos Italic',
        ],
        width: 0.3997,
      },
    },
  },
];

const MONOS: readonly LocalFont[] = [
  {
    name: 'Menlo',
    styles: {
      regular: {
        names: ['Menlo', 'Menlo-Regular', 'Liberation Mono', 'Roboto Mono', 'Droid Sans Mono', 'Courier New'],
        width: 0.6,
      },
    },
  },
  { name: 'Consolas', styles: { regular: { names: ['Consolas'], width: 0.55 } } },
];

const LOCAL_FONTS = { text: SERIFS, code: MONOS };

const DESCRIPTORS: Readonly<Record<FontStyle, string>> = {
  regular: '',
  bold: 'font-weight:600;',
  italic: 'font-style:italic;',
};

/** The families that stand in for one until its files arrive, in the order to name them. */
export function listFallbackFamilies(family: string, role: keyof typeof LOCAL_FONTS): string[] {
  return LOCAL_FONTS[role].map(({ name }) => `${family} Fallback ${name}`);
}

/** `@font-face` rules for these families: fonts of the system, scaled so that no text changes its size. */
export function formatFallbacks(
  family: string,
  role: keyof typeof LOCAL_FONTS,
  styles: Partial<Record<FontStyle, FontMetrics>>,
): string {
  const families = listFallbackFamilies(family, role);
  return LOCAL_FONTS[role]
    .flatMap((local, index) =>
      (['regular', 'bold', 'italic'] as const).map((style) => {
        const [metrics, source] = [styles[style], local.styles[style]];
        if (metrics === undefined || source === undefined) return '';
        const scale = metrics.width / source.width;
        return [
          `@font-face{font-family:"${families[index]}";${DESCRIPTORS[style]}`,
          `src:${source.names.map((name) => `local("${name}")`).join()};`,
          `size-adjust:${percent(scale)};ascent-override:${percent(metrics.ascent / scale)};`,
          `descent-override:${percent(metrics.descent / scale)};line-gap-override:0%}`,
        ].join('');
      }),
    )
    .join('');
}

function percent(value: number): string {
  return `${Math.round(value * 10_000) / 100}%`;
}
