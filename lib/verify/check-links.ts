import { type Crawl, toOwnPath, type Visit } from './crawl';
import type { SiteProblem } from './site-problem';
import type { SiteReader } from './site-reader';

/** Addresses that lead nowhere, or in more than one step; anchors that no page has; a sitemap that is not the site. */
export function checkLinks(crawled: Crawl, reader: SiteReader): SiteProblem[] {
  const visits = [...crawled.visits.values()];
  return [
    ...visits.flatMap(checkAnswer),
    ...visits.flatMap((visit) => checkAnchors(visit, crawled, reader)),
    ...checkSitemap(crawled),
    ...(crawled.isCut
      ? [{ address: '/', rule: 'size', message: 'The site has more pages than were visited.' }]
      : []),
  ];
}

function checkAnswer({ path, from, answer, hops }: Visit): SiteProblem[] {
  const by = from === undefined ? '' : `, linked from ${from}`;
  if (answer.status === 0)
    return [{ address: path, rule: 'answer', message: `No answer: ${answer.body}${by}.` }];
  if (hops.length > 1)
    return [
      {
        address: path,
        rule: 'redirect',
        message: `It takes ${hops.length} redirects to get to ${hops.at(-1)}${by}.`,
      },
    ];
  if (answer.status >= 400)
    return [{ address: path, rule: 'dead-link', message: `The answer is ${answer.status}${by}.` }];
  if (path === '/' || answer.body.length > 0 || answer.status !== 200) return [];
  return [{ address: path, rule: 'empty', message: `The answer is empty${by}.` }];
}

function checkAnchors({ path, page }: Visit, { visits, origin }: Crawl, reader: SiteReader): SiteProblem[] {
  if (!page) return [];
  return [...new Set(page.links)].flatMap((link) => {
    const [, fragment = ''] = /#(.*)$/.exec(link) ?? [];
    if (fragment === '' || fragment.startsWith(':~:')) return [];
    const target = visits.get(toOwnPath(link, path, [origin, reader.origin]) ?? '');
    const ids = target?.page?.ids;
    if (!ids || ids.includes(decode(fragment)) || isLineRange(fragment, ids)) return [];
    return [
      {
        address: path,
        rule: 'anchor',
        message: `The link "${link}" names a place that its page does not have.`,
      },
    ];
  });
}

/** `#code-1-L3-L7` are lines of the block `code-1`. */
function isLineRange(fragment: string, ids: readonly string[]): boolean {
  return ids.includes(fragment.replace(/-L\d+(-L?\d+)?$/, ''));
}

function checkSitemap({ visits, listed, origin }: Crawl): SiteProblem[] {
  if (listed.length === 0)
    return [{ address: '/sitemap.xml', rule: 'sitemap', message: 'There is no sitemap, or an empty one.' }];
  const hidden = listed.flatMap((path): SiteProblem[] => {
    const page = visits.get(path)?.page;
    if (!page) return [];
    if (/noindex/.test(page.robots))
      return [
        {
          address: path,
          rule: 'sitemap',
          message: 'The sitemap lists a page that search engines are kept from.',
        },
      ];
    const canonical = page.canonicals[0];
    const isOther = canonical?.startsWith(origin) && toPath(canonical) !== toPath(origin + path);
    return isOther
      ? [
          {
            address: path,
            rule: 'sitemap',
            message: `The sitemap lists a page whose address is ${canonical}.`,
          },
        ]
      : [];
  });
  return hidden;
}

function toPath(address: string): string {
  return new URL(address).pathname.replace(/\/$/, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
