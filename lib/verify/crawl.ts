import { type PageFacts, parsePage } from './parse-page';
import type { SiteAnswer, SiteReader } from './site-reader';

/** A page that was visited. */
export interface Visit {
  /** Path with query, percent-encoded. */
  readonly path: string;
  /** The page that links here first; undefined for the start and the sitemap. */
  readonly from: string | undefined;
  readonly answer: SiteAnswer;
  /** Addresses on the way here, where it was redirected. */
  readonly hops: readonly string[];
  /** Absent where it is no HTML. */
  readonly page?: PageFacts;
}

export interface Crawl {
  readonly visits: ReadonlyMap<string, Visit>;
  /** The address that the site names itself by. */
  readonly origin: string;
  /** Paths in the sitemap. */
  readonly listed: readonly string[];
  /** True where there was more than `MAX_VISITS`. */
  readonly isCut: boolean;
  /** The path of the home page. */
  readonly start: string;
}

const MAX_VISITS = 20_000;
const AT_A_TIME = 8;
const MAX_HOPS = 5;

/** Visits everything that can be reached from the home page and the sitemap of a site, within the site. */
export async function crawl(reader: SiteReader): Promise<Crawl> {
  const start = reader.base || '/';
  const home = await visit(reader, start, undefined);
  const origin = toOrigin(home.page?.canonicals[0]) ?? reader.origin ?? 'http://localhost';
  const visits = new Map<string, Visit>([[start, home]]);
  const listed = await readSitemap(reader, origin);
  const queue: { path: string; from: string | undefined }[] = listed.map((path) => ({
    path,
    from: undefined,
  }));
  const seen = new Set([start, ...listed]);
  const add = (found: Visit) => {
    for (const path of listAddresses(found, origin, reader.origin)) {
      if (seen.has(path)) continue;
      seen.add(path);
      queue.push({ path, from: found.path });
    }
  };
  add(home);
  const work = async () => {
    for (let next = queue.shift(); next !== undefined && visits.size < MAX_VISITS; next = queue.shift()) {
      const found = await visit(reader, next.path, next.from);
      visits.set(next.path, found);
      add(found);
    }
  };
  while (queue.length > 0 && visits.size < MAX_VISITS)
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { visits, origin, listed, isCut: queue.length > 0, start };
}

async function visit(reader: SiteReader, path: string, from: string | undefined): Promise<Visit> {
  const hops: string[] = [];
  let at = path;
  let answer = await read(reader, at);
  while (answer.status >= 300 && answer.status < 400 && answer.headers.location && hops.length < MAX_HOPS) {
    const target = new URL(answer.headers.location, new URL(at, reader.origin ?? 'http://localhost'));
    hops.push(target.href);
    if (target.origin !== (reader.origin ?? 'http://localhost')) break;
    at = target.pathname + target.search;
    answer = await read(reader, at);
  }
  const isPage = /^\s*(<!doctype html|<html)/i.test(answer.body.subarray(0, 200).toString('latin1'));
  // What is beside the site on its host is somebody else's.
  const page = isPage && isBelow(at, reader.base) ? parsePage(answer.body.toString('utf8')) : undefined;
  return { path, from, answer, hops, ...(page && { page }) };
}

async function read(reader: SiteReader, path: string): Promise<SiteAnswer> {
  try {
    return await reader.read(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 0, headers: {}, body: Buffer.from(reason) };
  }
}

/** Addresses within the site that a page links to or loads, without fragments. */
function listAddresses({ path, page }: Visit, ...origins: readonly (string | undefined)[]): string[] {
  if (!page) return [];
  const all = [...page.links, ...page.files, ...page.feeds, ...page.canonicals, page.card, page.refresh];
  return all.flatMap((address) => toOwnPath(address, path, origins) ?? []);
}

/** The path of an address within the site; undefined for those of other sites. */
export function toOwnPath(
  address: string,
  from: string,
  origins: readonly (string | undefined)[],
): string | undefined {
  if (address === '' || !URL.canParse(address, `http://own.invalid${from}`)) return undefined;
  const url = new URL(address, `http://own.invalid${from}`);
  const isOwn = url.origin === 'http://own.invalid' || origins.includes(url.origin);
  return isOwn ? url.pathname + url.search : undefined;
}

async function readSitemap(reader: SiteReader, origin: string): Promise<string[]> {
  const paths: string[] = [];
  const parts = [`${reader.base}/sitemap.xml`];
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const { status, body } = await read(reader, part);
    if (status !== 200) continue;
    const xml = body.toString('utf8');
    const isIndex = xml.includes('<sitemapindex');
    for (const [, address = ''] of xml.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)) {
      const path = toOwnPath(address.replaceAll('&amp;', '&'), '/', [origin, reader.origin]);
      if (path !== undefined) (isIndex ? parts : paths).push(path);
    }
  }
  return [...new Set(paths)];
}

function isBelow(path: string, base: string): boolean {
  return base === '' || path === base || path.startsWith(`${base}/`) || path.startsWith(`${base}?`);
}

function toOrigin(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;
}
