import { editPage } from './edit-page';
import type { HtmlPage } from './html-page';

/**
 * The page with its style sheets written into it, so that nothing stands between its arrival and its first paint.
 * `readAsset` gives the text of a style sheet by its path. Addresses inside are made absolute paths.
 */
export function inlineStyles(page: HtmlPage, readAsset: (path: string) => string): HtmlPage {
  const links = page.elements.filter(
    ({ name, attributes }) =>
      name === 'link' && attributes.get('rel') === 'stylesheet' && attributes.get('href')?.startsWith('/'),
  );
  return editPage(
    page,
    links.map(({ start, end, attributes }) => {
      const href = attributes.get('href') ?? '';
      return { start, end, insert: `<style>${readSheet(href, readAsset)}</style>` };
    }),
  );
}

function readSheet(href: string, readAsset: (path: string) => string): string {
  const css = makeAbsolute(readAsset(href), href).trim();
  // A style element ends at the first such tag, wherever it stands.
  if (/<\/style/i.test(css)) throw new Error(`the style sheet ${href} cannot be written into a page`);
  return css;
}

function makeAbsolute(css: string, href: string): string {
  return css.replace(
    /url\((["']?)(?!data:|https?:|\/|#)([^)"']+)\1\)/g,
    (_match, quote: string, path: string) => {
      return `url(${quote}${new URL(path, `https://x${href}`).pathname}${quote})`;
    },
  );
}
