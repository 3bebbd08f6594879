/**
 * The colours of `components/styles/theme.css` that are wanted where no style sheet reaches: social cards, icons, the
 * bars of browsers, the contrast of a blog's own accent. In sRGB; a test keeps them the same as the tokens.
 */
export const PALETTE = {
  light: { paper: '#fbfaf9', sink: '#f3f1ef', ink: '#211d1a', 'ink-2': '#4b4743', rubric: '#a91e16' },
  dark: { paper: '#141210', sink: '#1e1b19', ink: '#dddad5', 'ink-2': '#bab7b2', rubric: '#f47d69' },
} as const;

export type Theme = keyof typeof PALETTE;

/** The second colour of a blog: its own accent, or the printer's red. */
export function accentOf(accent: Readonly<Record<Theme, string>> | undefined, theme: Theme): string {
  return accent?.[theme] ?? PALETTE[theme].rubric;
}
