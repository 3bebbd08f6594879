import { createWeakProcessCache } from '../cache/process-cache';
import { blankComments } from './blank-comments';
import { formatHex, parseColour } from './colours';
import { accentOf, PALETTE, type Theme } from './palette';
import type { Site } from './site';
import { readTokens, splitThemes } from './tokens';

/** The colours of what is drawn outside the pages, each as `#rrggbb`. */
export interface DrawnColours {
  readonly paper: string;
  readonly ink: string;
  readonly 'ink-2': string;
  readonly rubric: string;
}

/** What decides a blog's colours: its settings and its style sheet. */
interface Blog {
  readonly site: Pick<Site, 'accent'>;
  readonly files: { readonly style?: { readonly source: string } | undefined };
}

const NAMES = ['paper', 'ink', 'ink-2', 'rubric'] as const;
/** A token whose value is another one. */
const REFERENCE = /^var\(\s*--color-([\w-]+)\s*\)$/;
/** A rule for the whole page, whatever its reader has chosen, that is dark. */
const DARK_PAGE =
  /(?:^|[{}])\s*(?::root|html)(?![^{}]*\[data-theme=["']?dark)[^{}]*\{[^{}]*color-scheme\s*:\s*(?:only\s+)?dark\s*[;}]/;

/**
 * The colours that a blog's style sheet and accent have in force, for social cards, icons and the bars of browsers. Those of the
 * engine where the style sheet sets none; all four where it writes one otherwise than as hex or `oklch()`, since a part of a palette
 * may be unreadable beside another.
 */
export function getDrawnColours(blog: Blog, theme: Theme): DrawnColours {
  return getBothColours(blog)[theme];
}

/** The same in both themes. */
export function getBothColours(blog: Blog): Readonly<Record<Theme, DrawnColours>> {
  return colours.getOrCreate(blog, () => ({
    light: readColours(blog, 'light'),
    dark: readColours(blog, 'dark'),
  }));
}

/** Each card asks for them. */
const colours = createWeakProcessCache<Blog, Readonly<Record<Theme, DrawnColours>>>(
  'colours of what is drawn',
);

function readColours({ site: { accent }, files }: Blog, theme: Theme): DrawnColours {
  const style = files.style?.source ?? '';
  const shown = isDarkFirst(style) ? 'dark' : theme;
  const base: DrawnColours = { ...pick(PALETTE[shown]), rubric: accentOf(accent, shown) };
  const own = readTokens(style, 'color-');
  const values = NAMES.map((name) => (own.has(name) ? resolve(name, own, base, shown) : base[name]));
  const [paper, ink, ink2, rubric] = values;
  if (!paper || !ink || !ink2 || !rubric) return { ...pick(PALETTE[theme]), rubric: accentOf(accent, theme) };
  return { paper, ink, 'ink-2': ink2, rubric };
}

/** True for a style sheet whose pages are dark for everybody who has not chosen otherwise. */
export function isDarkFirst(style: string): boolean {
  return DARK_PAGE.test(blankComments(style));
}

function pick({ paper, ink, 'ink-2': ink2, rubric }: DrawnColours): DrawnColours {
  return { paper, ink, 'ink-2': ink2, rubric };
}

/** The value of a token that the style sheet sets; undefined where it is none that can be computed. */
function resolve(
  name: string,
  own: ReadonlyMap<string, string>,
  base: DrawnColours,
  theme: Theme,
  seen: readonly string[] = [],
): string | undefined {
  const value = splitThemes(own.get(name) ?? '')[theme];
  const [, next] = REFERENCE.exec(value) ?? [];
  if (next !== undefined && !seen.includes(next)) {
    return own.has(next)
      ? resolve(next, own, base, theme, [...seen, name])
      : base[next as keyof DrawnColours];
  }
  const colour = parseColour(value);
  return colour && formatHex(colour);
}
