import type { Redirect } from '../../content/content-index';
import { toPathBelow } from '../../finish/move-below';
import type { HeaderRule, ResponseHeaders } from '../../site/response-headers';
import { decodePercent } from '../../urls';
import type { AddressTable } from '../address-table';
import { toRequestPath } from '../redirect-key';
import { type MediaTypes, toMediaTypes } from './media-types';

/** An old address and where it leads. */
export interface HostRedirect {
  /** Percent-encoded, with no slash at the end. */
  readonly from: string;
  /** The same path decoded; no control characters. */
  readonly path: string;
  /** Percent-encoded path. */
  readonly to: string;
}

/** A site of files, as the settings of web servers describe it. */
export interface HostSite {
  /** Absolute address of the site. */
  readonly url: URL;
  /** The path below which it is; nothing where it has a host of its own. All paths here are without it, but for `to` of redirects. */
  readonly base: string;
  /** Where several fit an address, the last one decides on a header. */
  readonly rules: readonly HeaderRule[];
  /** Headers of each address, a decoded path. */
  readonly headers: ReadonlyMap<string, ResponseHeaders>;
  /** Of answers to addresses that do not exist. */
  readonly missing: ResponseHeaders;
  /** Paths of sections with a page of their own for addresses below them that do not exist: `/de`. */
  readonly sections: readonly string[];
  readonly types: MediaTypes;
  /** Addresses of pages, whose files have another name: `/posts/hello.html` or `/posts/hello/index.html`. */
  readonly pages: readonly string[];
  /** Addresses whose files servers would otherwise hide or redirect: pages, dot files and archives of `public`. */
  readonly kept: readonly string[];
  readonly redirects: readonly HostRedirect[];
  /** Folders of the pages that are there as Markdown too, at their address with `.md`: `/posts`. */
  readonly markdownFolders: readonly string[];
}

interface Source {
  readonly url: string;
  readonly table: AddressTable;
  readonly rules: readonly HeaderRule[];
  readonly redirects: readonly Redirect[];
}

/** The site that a build's address table describes, without what only a server of ours can answer. */
export function toHostSite({ url, table, rules, redirects }: Source): HostSite {
  const addresses = Object.keys(table.answers);
  return {
    url: new URL(url),
    base: table.base,
    rules: rules.filter(
      ({ path }) => !/^\/(share|comments|moderate|by-mail|webmention|api\/reads)\b/.test(path),
    ),
    headers: new Map(
      Object.entries(table.answers).map(([address, { headers }]) => [address, table.headers[headers] ?? {}]),
    ),
    missing: table.headers[table.missing.headers] ?? {},
    sections: Object.keys(table.missingBelow ?? {}),
    types: toMediaTypes(table.answers),
    pages: addresses.filter((address) => isPage(address, table)),
    kept: addresses.filter((address) => /\.(html|br|gz)$|\/\.(?!well-known\/)/.test(address)),
    redirects: toHostRedirects(redirects, table),
    markdownFolders: listMarkdownFolders(addresses, table),
  };
}

function isPage(address: string, { answers }: AddressTable): boolean {
  return /\.html$/.test(answers[address]?.file ?? '') && !/\.html$/.test(address);
}

function listMarkdownFolders(addresses: readonly string[], { answers }: AddressTable): string[] {
  const pages = addresses.filter((address) => answers[`${address}.md`] !== undefined);
  return [...new Set(pages.map((address) => address.replace(/\/[^/]*$/, '')))].sort();
}

function toHostRedirects(redirects: readonly Redirect[], { base, answers }: AddressTable): HostRedirect[] {
  const byPath = new Map<string, HostRedirect>();
  for (const { from, to } of redirects) {
    const path = toRequestPath(from).replace(/\/$/, '');
    const decoded = decodePercent(path);
    const isExpressible = !/\p{Cc}/u.test(decoded) && answers[decoded] === undefined;
    if (isExpressible) byPath.set(decoded, { from: path, path: decoded, to: toPathBelow(to, base) });
  }
  return [...byPath.values()];
}
