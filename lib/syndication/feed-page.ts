import { formatDay } from '../dates';
import { splitMessage } from '../site/strings/messages';
import { absoluteUrl, feedStylePath, getBasePath, postPath } from '../urls';
import type { Feed } from './feed';
import { element, escapeXml } from './xml';

/** Browsers style XML by CSS; the other way, XSLT, is being removed from them. */
export const STYLE_INSTRUCTION = `<?xml-stylesheet type="text/css" href="${getBasePath()}${feedStylePath}"?>`;

/**
 * What a person sees who opens a feed in a browser: an element of XHTML beside the feed's own, which feed readers pass
 * over (section 6.4 of RFC 4287, "Extending RSS" of RSS 2.0). The style sheet shows this and hides all else.
 */
export function buildFeedPage({ site, title, description, home, page, entries }: Feed): string {
  const items = entries.map(({ post }) => {
    const href = escapeXml(absoluteUrl(site.url, postPath(post.slug)));
    const lang = post.lang === undefined ? '' : ` xml:lang="${escapeXml(post.lang)}"`;
    const link = `<h:a href="${href}"${lang}>${escapeXml(post.title)}</h:a>`;
    return `<h:li>${link} ${element('h:time', formatDay(post.date ?? '', page.language))}</h:li>`;
  });
  const explanation = splitMessage(page, 'feedPage').map((part) => {
    if (typeof part === 'string') return escapeXml(part);
    if ('value' in part) return escapeXml(`{${part.value}}`);
    return `<h:a href="${escapeXml(absoluteUrl(site.url, home))}">${escapeXml(part.text)}</h:a>`;
  });
  return [
    '<h:main xmlns:h="http://www.w3.org/1999/xhtml">',
    element('h:h1', title),
    element('h:p', description),
    `<h:p>${explanation.join('')}</h:p>`,
    items.length > 0 ? `<h:ol>${items.join('')}</h:ol>` : '',
    '</h:main>',
  ].join('');
}

/** How that page looks, with the tokens that the style sheet of feeds begins with: the head and a list with leaders. */
export const FEED_STYLE = `:root {
  color-scheme: light dark;
  display: block;
  max-width: 38rem;
  margin: 0 auto;
  padding: 1.5rem 1.25rem 4rem;
  background: var(--color-paper);
  color: var(--color-ink);
  font: 1rem/1.5 var(--font-serif);
  font-variant-numeric: oldstyle-nums;
  font-synthesis: none;
  overflow-wrap: anywhere;
}
:root > * { display: none; }
:root > channel, :root > h|main { display: block; }
channel > * { display: none; }
channel > h|main { display: block; }
h|main { font-size: 1.125rem; }
h|main::before {
  content: "";
  display: block;
  width: 1.25rem;
  height: 1.25rem;
  margin-block-end: 4rem;
  background: url("${getBasePath()}/icon.svg") center / contain no-repeat;
}
h|h1 { margin: 0; font: 2rem/2.3125rem var(--font-serif); font-variant-numeric: lining-nums; text-wrap: balance; }
h|p { margin: 0.75rem 0 0; text-wrap: pretty; }
h|h1 + h|p { color: var(--color-ink-2); font-size: 1.1875rem; }
h|p + h|p { color: var(--color-ink-2); font-size: 1rem; }
h|ol {
  margin: 3rem 0 0;
  padding: 1.3125rem 0 0;
  background:
    linear-gradient(var(--color-ink) 0 0) top / 100% 1px no-repeat,
    linear-gradient(var(--color-line-2) 0 0) 0 2px / 100% 1px no-repeat;
  list-style: none;
}
h|li { padding: 0.4375rem 0; line-height: 1.5625rem; }
h|a { color: inherit; text-decoration: underline 1px var(--color-rubric); text-underline-offset: 0.17em; }
h|a:hover { color: var(--color-rubric); }
h|li h|a { text-decoration: none; }
h|time { display: block; color: var(--color-ink-3); font-size: 0.9375rem; line-height: 1.25rem; }
@media (width >= 40rem) {
  :root { padding-inline: 1.5rem; }
  h|main { font-size: 1.25rem; }
  h|h1 { font-size: 2.75rem; line-height: 3.125rem; }
  h|h1 + h|p { font-size: 1.375rem; }
  h|p + h|p { font-size: 1.0625rem; }
  h|li {
    display: flex;
    justify-content: space-between;
    align-items: last baseline;
    padding: 0.25rem 0;
    background: radial-gradient(circle, var(--color-line-2) 0.7px, transparent 1px) right bottom 0.65em / 8px 3px repeat-x;
    line-height: 1.875rem;
  }
  h|li h|a { padding-inline-end: 0.625rem; background: var(--color-paper); }
  h|time { flex: none; padding-inline-start: 0.625rem; background: var(--color-paper); font-size: 1.0625rem; }
}
`;
