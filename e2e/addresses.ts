import * as urls from '@/lib/urls';

/** Addresses of the site under test as its pages have them: with the path that the site is below. */

const BASE = process.env.JOURNEYS_BASE ?? '';

/** A path on the site, moved below the path of the site; what is there already, or no path, stays. */
export function address(path: string): string {
  const isMoved = path === BASE || path.startsWith(`${BASE}/`);
  if (BASE === '' || isMoved || !path.startsWith('/')) return path;
  return BASE + path.replace(/^\/(?=$|[?#])/, '');
}

/** The way back: what follows the path of the site. */
export function toPathOnSite(address: string): string {
  return address.slice(BASE.length) || '/';
}

export const homePath = address(urls.homePath);
export const feedPath = address(urls.feedPath);
export const sitemapPath = address(urls.sitemapPath);
export const llmsPath = address(urls.llmsPath);
export const iconPath = address(urls.iconPath);
export const tilePath = address(urls.tilePath);
export const searchPath = address(urls.searchPath);

export const archivePath = moved(urls.archivePath);
export const authorPath = moved(urls.authorPath);
export const cardPath = moved(urls.cardPath);
export const markdownPath = moved(urls.markdownPath);
export const pagePath = moved(urls.pagePath);
export const postPath = moved(urls.postPath);
export const searchPiecePath = moved(urls.searchPiecePath);
export const seriesPath = moved(urls.seriesPath);
export const sharePath = moved(urls.sharePath);
export const tagPath = moved(urls.tagPath);
export const tagsPath = moved(urls.tagsPath);

/** The feed of a list of posts, whose address this is. */
export function feedPathOf(format: urls.FeedFormat, list = homePath): string {
  return address(urls.feedPathOf(format, toPathOnSite(list)));
}

/** The absolute form of an address. */
export function absoluteUrl(siteUrl: string, path: string): string {
  return urls.absoluteUrl(siteUrl, toPathOnSite(path));
}

function moved<Values extends unknown[]>(toPath: (...values: Values) => string) {
  return (...values: Values) => address(toPath(...values));
}
