import { dayOf } from '../dates';
import { splitMessage } from '../messages';
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
    return `<h:li>${link} ${element('h:time', dayOf(post.date ?? ''))}</h:li>`;
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

/** The style sheet of feeds, which stand outside the pages and have nothing else from them. */
export const FEED_STYLE = `@namespace h "http://www.w3.org/1999/xhtml";
:root {
  color-scheme: light dark;
  display: block;
  max-width: 38rem;
  margin: 0 auto;
  padding: 2.5rem 1.25rem;
  background: light-dark(oklch(0.985 0.002 80), oklch(0.185 0.005 70));
  color: light-dark(oklch(0.235 0.008 60), oklch(0.89 0.008 85));
  font: 1.125rem/1.5 "Source Serif 4", Georgia, serif;
}
:root > * { display: none; }
:root > channel, :root > h|main { display: block; }
channel > * { display: none; }
channel > h|main { display: block; }
h|h1 { margin: 0 0 0.75rem; font-size: 2rem; font-weight: 400; line-height: 1.2; }
h|p { margin: 0 0 0.75rem; }
h|ol { margin: 1.5rem 0 0; padding: 0.75rem 0 0; border-top: 1px solid; list-style: none; }
h|li { display: flex; gap: 1.5rem; justify-content: space-between; padding: 0.25rem 0; }
h|a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.17em; }
h|h1, h|a { overflow-wrap: anywhere; }
h|li h|a { text-decoration: none; }
h|li h|a:hover { text-decoration: underline; }
h|time { white-space: nowrap; opacity: 0.75; }
`;
