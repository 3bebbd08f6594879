import localFont from 'next/font/local';

/**
 * The fonts `npm run fonts` builds. All fonts of a family share its name, so that CSS chooses among them by style and
 * by character; each is declared alone, since only the roman is worth a preload. The mono is fetched where code is.
 * Until a font arrives, a font of the system stands in for it (components/styles/fallbacks.css).
 */
export const roman = localFont({
  src: './fonts/colophon-serif-roman.woff2',
  weight: '400 600',
  style: 'normal',
  display: 'swap',
  variable: '--font-serif-roman',
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'Colophon Serif' }],
});

export const italic = localFont({
  src: './fonts/colophon-serif-italic.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'Colophon Serif' }],
});

export const romanExtended = localFont({
  src: './fonts/colophon-serif-roman-extended.woff2',
  weight: '400 600',
  style: 'normal',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-family', value: 'Colophon Serif' },
    { prop: 'unicode-range', value: 'U+100-151, U+154-17F, U+218-21B, U+1E80-1E85, U+1E9E' },
  ],
});

/** Whether a page calls for it is not known before, so it has no preload: a few letters, and rarely. */
export const italicExtended = localFont({
  src: './fonts/colophon-serif-italic-extended.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-family', value: 'Colophon Serif' },
    { prop: 'unicode-range', value: 'U+100-151, U+154-17F, U+218-21B, U+1E80-1E85, U+1E9E' },
  ],
});

export const mono = localFont({
  src: './fonts/colophon-mono.woff2',
  weight: '400',
  style: 'normal',
  display: 'swap',
  preload: false,
  variable: '--font-mono-regular',
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'Colophon Mono' }],
});

/** For formulas only: it knows how brackets grow and where limits stand, which text fonts do not. */
export const math = localFont({
  src: './fonts/colophon-math.woff2',
  weight: '400',
  style: 'normal',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'Colophon Math' }],
});
