import { type HeaderRule, toPathSource, toResponseHeaders } from '../../site/response-headers';
import type { HostSite } from './host-site';

/** Everything that decides on one header. */
export interface HeaderValues {
  readonly name: string;
  /** Of answers to addresses that exist, where none of `special` fits. */
  readonly everywhere: string;
  /** Sources of regular expressions for decoded paths, with the value; the first that fits decides. */
  readonly special: readonly { readonly source: string; readonly value: string }[];
  /** Of answers to addresses that do not exist. */
  readonly missing: string;
}

/** What a server has to know to send the headers of a site, one entry for each header. Nothing is an empty text. */
export function listHeaderValues(site: HostSite): HeaderValues[] {
  const { rules, missing } = site;
  const [everywhere, ...special] = [...rules, ...listPageRules(site)];
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  return [...names].map((name) => ({
    name,
    everywhere: everywhere?.headers[name] ?? '',
    special: special
      .flatMap(({ path, headers }) => {
        const value = headers[name];
        return value === undefined ? [] : [{ source: toPathSource(path), value }];
      })
      .reverse(),
    missing: missing[name] ?? '',
  }));
}

/** Servers look at the path of the file: rules for pages whose file is in a folder that another rule fits. */
function listPageRules({ rules, headers, pages }: HostSite): HeaderRule[] {
  return pages.flatMap((address) => {
    const path = `${address}/index.html`;
    const wrong = toResponseHeaders(rules, path);
    const own = Object.entries(headers.get(address) ?? {}).filter(([name, value]) => wrong[name] !== value);
    return own.length > 0 ? [{ path, headers: Object.fromEntries(own) }] : [];
  });
}
