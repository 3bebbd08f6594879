import type { ContentIndex } from '../content/content-index';
import { createReporter, type Place, type Problem, placeAt, type Reporter } from '../content/problems';
import { blankComments } from '../site/blank-comments';
import { minifyStyle } from '../site/own-style';
import { findWeakPairs } from '../site/token-contrast';
import { readTheme } from '../site/tokens';

/** What is wrong with a blog's own style sheet, `style.css` in the content folder. */
export function checkStyle({ files }: Pick<ContentIndex, 'files'>): Problem[] {
  if (!files.style) return [];
  const { file, source, problems } = files.style;
  const report = createReporter(file, source);
  return [
    ...problems,
    ...minifyStyle(source).faults.map(({ text, ...place }) =>
      report(place, 'error', `${text.replace(/\.$/, '')}.`, 'Correct the rule: browsers would leave it out.'),
    ),
    ...findAddresses(source, report),
    ...findWeak(source, report),
  ];
}

/** Addresses that pages may not load, or that lead nowhere from where the style sheet is. */
function findAddresses(source: string, report: Reporter): Problem[] {
  return [...blankComments(source).matchAll(/@import\b|url\(\s*["']?([^"')]*)/gi)].flatMap((match) => {
    const [text, url] = match;
    const place = placeAt(source, match.index);
    if (url === undefined) {
      const remedy = 'Copy its rules into style.css; fonts are named in site.ts.';
      return report(place, 'error', `"${text}" makes pages wait for another file.`, remedy);
    }
    if (/^(\/(?!\/)|data:|#)/.test(url)) return [];
    const remedy = 'Put the file into public and write its address from there: url(/paper.png).';
    return report(place, 'error', `Pages cannot load "${url}".`, remedy);
  });
}

function findWeak(source: string, report: Reporter): Problem[] {
  const own = blankComments(source);
  return findWeakPairs(readTheme(), own).map(({ theme, front, ground, ratio, needed }) => {
    const message = `--color-${front} has a contrast of ${ratio} on --color-${ground} in the ${theme} theme, where text needs ${needed}.`;
    return report(
      findToken(own, [front, ground]),
      'error',
      message,
      'Make one of the two lighter or darker.',
    );
  });
}

function findToken(source: string, names: readonly string[]): Place {
  const offsets = names.map((name) => source.search(new RegExp(`--color-${name}\\s*:`)));
  return placeAt(source, offsets.find((offset) => offset !== -1) ?? 0);
}
