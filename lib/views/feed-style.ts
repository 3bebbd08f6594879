import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import { formatSiteStyle } from '../fonts/site-style';
import { isDarkFirst } from '../site/own-colours';
import { readTokens } from '../site/tokens';
import { FEED_STYLE } from '../syndication/feed-page';
import { getBasePath } from '../urls';

const ROMAN = path.join('app', '_shared', 'fonts', 'colophon-serif-roman.woff2');

/** The tokens of `components/styles/theme.css` that the page of a feed needs; a test keeps them the same. */
const TOKENS = {
  '--color-paper': 'light-dark(oklch(0.985 0.002 80), oklch(0.185 0.005 70))',
  '--color-ink': 'light-dark(oklch(0.235 0.008 60), oklch(0.89 0.008 85))',
  '--color-ink-2': 'light-dark(oklch(0.4 0.009 65), oklch(0.78 0.008 80))',
  '--color-ink-3': 'light-dark(oklch(0.5 0.01 70), oklch(0.69 0.009 75))',
  '--color-line-2': 'light-dark(oklch(0.7 0.006 75), oklch(0.5 0.008 70))',
  '--color-rubric': 'light-dark(oklch(0.475 0.175 29), oklch(0.72 0.15 31))',
};

/**
 * The style sheet of feeds, which stand outside the pages and have nothing else from them: what the blog says about its
 * accent and fonts, or the engine's font, within the sheet, since its file has another address after each build; and the colours
 * and the font of the blog's own style sheet, whose rules are for other elements.
 */
export function viewFeedStyle({ site, root, files }: Pick<ContentIndex, 'site' | 'root' | 'files'>): string {
  const style = files.style?.source ?? '';
  const tokens = Object.entries(TOKENS).map(([name, value]) => `${name}:${value}`);
  const family = '--font-serif:"Colophon Serif",Georgia,serif';
  const own = formatSiteStyle(site, root)
    .replaceAll('html:root', ':root')
    .replaceAll('src:url(/', `src:url(${getBasePath()}/`);
  return [
    '@namespace h "http://www.w3.org/1999/xhtml";',
    site.fonts?.text === undefined && !replacesFont(style) ? formatRoman() : '',
    `@layer theme{:root{${[...tokens, family].join(';')}}}`,
    own,
    FEED_STYLE + formatOwnTokens(style),
  ].join('\n');
}

function formatOwnTokens(style: string): string {
  const colours = [...readTokens(style, 'color-')].map(([name, value]) => `--color-${name}:${value}`);
  const font = readTokens(style, 'font-').get('serif');
  const tokens = [
    ...colours,
    ...(font === undefined ? [] : [`--font-serif:${font}`]),
    ...(isDarkFirst(style) ? ['color-scheme:dark'] : []),
  ];
  return tokens.length === 0 ? '' : `:root{${tokens.join(';')}}`;
}

function replacesFont(style: string): boolean {
  return readTokens(style, 'font-').get('serif')?.includes('Colophon Serif') === false;
}

function formatRoman(): string {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), ROMAN);
  const data = readFileSync(file).toString('base64');
  return `@font-face{font-family:"Colophon Serif";font-weight:400 600;src:url(data:font/woff2;base64,${data})}`;
}
