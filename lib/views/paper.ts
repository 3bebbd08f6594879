import type { ContentIndex } from '../content/content-index';
import { formatHex, parseColour } from '../site/colours';
import { PALETTE, type Theme } from '../site/palette';
import { readTokens, splitThemes } from '../site/tokens';

/** The ground of pages, as `#rrggbb`, for the bars of browsers: that of the blog's own style sheet where it can be read. */
export function getPaper({ files }: Pick<ContentIndex, 'files'>, theme: Theme): string {
  const own = readTokens(files.style?.source ?? '', 'color-').get('paper');
  const colour = own === undefined ? undefined : parseColour(splitThemes(own)[theme]);
  return colour ? formatHex(colour) : PALETTE[theme].paper;
}
