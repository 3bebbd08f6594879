import type { Page } from 'playwright/test';
import { absoluteUrl, homePath, pagePath, postPath, toPathOnSite } from './addresses';
import { expect, test } from './site';

interface Visit {
  path: string;
  status: number;
  title: string;
  description: string;
  canonicals: string[];
  headings: number;
  noindex: boolean;
  /** Same-origin addresses, with their fragments. */
  links: string[];
  /** Everything else the page loads from this site. */
  files: string[];
  ids: string[];
}

test('A reader can follow every link of the site', { tag: '@files' }, async ({ page, index, baseURL }) => {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${page.url()} ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`${page.url()} ${error.message}`));
  const origin = new URL(baseURL ?? '').origin;
  const unlisted = [...index.postsBySlug.values()].filter(({ state }) => state === 'unlisted');
  // Pages that an author leaves out of the navigation, and posts that no list shows, have no link to them.
  const alone = [
    ...[...index.pages.keys()].map((slug) => pagePath(slug)),
    ...unlisted.map(({ slug }) => postPath(slug)),
  ];
  const queue = [homePath, ...alone];
  const visits = new Map<string, Visit>();
  const files = new Set<string>();
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (visits.has(path) || files.has(path)) continue;
    if (/\.\w+$/.test(path) && !/^\/tags\/[^/]+$/.test(toPathOnSite(path))) {
      files.add(path);
      continue;
    }
    const visit = await visitPage(page, path, origin);
    visits.set(path, visit);
    queue.push(...visit.links.map((link) => link.replace(/#.*/, '')));
    for (const file of visit.files) files.add(file);
  }
  const pages = [...visits.values()];
  for (const { path, status, canonicals, headings, title, description, ids } of pages) {
    expect.soft(status, path).toBe(200);
    expect.soft(headings, `h1 on ${path}`).toBe(1);
    expect.soft(canonicals.length, `canonical of ${path}`).toBe(1);
    expect.soft(title, `title of ${path}`).not.toBe('');
    expect.soft(description, `description of ${path}`).not.toBe('');
    expect
      .soft(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        `ids used twice on ${path}`,
      )
      .toEqual([]);
  }
  expect.soft(findTwice(pages, 'title'), 'titles used twice').toEqual([]);
  expect.soft(findTwice(pages, 'description'), 'descriptions used twice').toEqual([]);
  expect.soft(findDeadAnchors(visits), 'links to anchors that are not there').toEqual([]);
  for (const file of files) {
    const response = await page.request.get(file, { maxRedirects: 0 });
    expect.soft(response.status(), file).toBe(200);
  }
  const originals = new Set([...index.postsBySlug.values()].flatMap(({ canonical }) => canonical ?? []));
  for (const { path, canonicals } of pages) {
    const [canonical = ''] = canonicals;
    if (originals.has(canonical)) continue;
    expect.soft(new URL(canonical).origin, `canonical of ${path}`).toBe(new URL(index.site.url).origin);
    expect.soft(new URL(canonical).pathname, `canonical of ${path}`).toBe(path);
  }
  for (const post of index.postsBySlug.values()) {
    const visit = visits.get(postPath(post.slug));
    const own = absoluteUrl(index.site.url, postPath(post.slug));
    expect.soft(visit?.canonicals, `canonical of ${post.slug}`).toEqual([post.canonical ?? own]);
    expect.soft(visit?.noindex, `noindex of ${post.slug}`).toBe(post.state === 'unlisted');
  }
  const sitemap = await (await page.request.get('/sitemap.xml')).text();
  const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  const own = pages.filter(
    ({ noindex, canonicals }) => !noindex && canonicals[0]?.startsWith(index.site.url),
  );
  expect.soft(listed.sort(), 'sitemap').toEqual(own.map(({ path }) => path).sort());
  expect.soft(messages, 'messages in the console').toEqual([]);
});

async function visitPage(page: Page, path: string, origin: string): Promise<Visit> {
  const response = await page.goto(path, { waitUntil: 'load' });
  const found = await page.evaluate((origin) => {
    const all = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
    const own = (addresses: string[]) =>
      addresses
        .map((address) => new URL(address, location.href))
        .filter((url) => url.origin === origin)
        .map((url) => url.pathname + url.search + url.hash);
    return {
      title: document.title,
      description: all('meta[name="description"]', 'content').join(),
      canonicals: all('link[rel="canonical"]', 'href'),
      headings: document.querySelectorAll('h1').length,
      noindex: /noindex/.test(all('meta[name="robots"]', 'content').join()),
      links: own(all('a[href]', 'href')),
      files: own([...all('[src]', 'src'), ...all('link[rel~="icon"], link[rel="stylesheet"]', 'href')]),
      ids: all('[id]', 'id'),
    };
  }, origin);
  return { path, status: response?.status() ?? 0, ...found };
}

function findTwice(pages: readonly Visit[], name: 'title' | 'description'): string[] {
  const seen = new Map<string, string>();
  return pages.flatMap((visit) => {
    const other = seen.get(visit[name]);
    seen.set(visit[name], visit.path);
    return other === undefined ? [] : `${other} and ${visit.path}: ${visit[name]}`;
  });
}

function findDeadAnchors(visits: ReadonlyMap<string, Visit>): string[] {
  return [...visits.values()].flatMap(({ path, links }) =>
    links.flatMap((link) => {
      const [target = '', anchor = ''] = link.split('#');
      const ids = visits.get(target)?.ids;
      return !ids || toIds(anchor).every((id) => ids.includes(id)) ? [] : `${path} → ${link}`;
    }),
  );
}

/** The ids a fragment needs; `#name-L3-L5` is a range of lines. */
function toIds(anchor: string): string[] {
  const decoded = decodeURIComponent(anchor);
  const [, name, from, to] = /^(.*)-L(\d+)-L(\d+)$/.exec(decoded) ?? [];
  if (name !== undefined) return [`${name}-L${from}`, `${name}-L${to}`];
  return decoded === '' ? [] : [decoded];
}
