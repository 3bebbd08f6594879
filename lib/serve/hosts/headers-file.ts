import { REVALIDATE, type ResponseHeaders, STRICT_TRANSPORT_SECURITY } from '../../site/response-headers';
import type { HostSite } from './host-site';

/** Cloudflare reads so many rules and no more. */
const MAX_RULES = 100;

/** Two policies with a comma between them are both enforced: rules may overlap. */
const JOINABLE = 'Content-Security-Policy';

/** What both hosts send of themselves. */
const DEFAULTS: ResponseHeaders = { 'Cache-Control': REVALIDATE };

/**
 * The file `_headers` of Netlify and Cloudflare Pages. Of several rules that fit an address, these hosts join the values of a
 * header with a comma: no two rules that set the same header fit one address.
 */
export function renderHeadersFile(site: HostSite): string {
  const [everywhere, ...special] = site.rules;
  const separate = new Set(special.flatMap(({ headers }) => Object.keys(headers)));
  separate.delete(JOINABLE);
  const rules = new Map<string, Record<string, string>>();
  const add = (path: string, headers: ResponseHeaders) => rules.set(path, { ...rules.get(path), ...headers });
  add('/*', omit(everywhere?.headers ?? {}, separate));
  if (site.url.protocol === 'https:') add('/*', { 'Strict-Transport-Security': STRICT_TRANSPORT_SECURITY });
  for (const { path, headers } of special) {
    const policy = headers[JOINABLE];
    if (policy !== undefined) add(path, { [JOINABLE]: policy });
  }
  for (const name of separate) {
    for (const [path, value] of listSeparateRules(site, name)) add(path, { [name]: value });
  }
  const text = [...rules].sort(([a], [b]) => rank(a) - rank(b)).slice(0, MAX_RULES);
  return text.map(([path, headers]) => `${site.base}${path}\n${formatHeaders(headers)}`).join('');
}

/** Rules for one header of which never two fit: one for each folder whose answers agree, one for each other address. */
function listSeparateRules(site: HostSite, name: string): [path: string, value: string][] {
  const values = new Map<string, Set<string>>();
  for (const [address, headers] of site.headers) {
    const [, top = '', below] = address.split('/', 3);
    const key = below === undefined ? `/${top}` : `/${top}/*`;
    values.set(key, (values.get(key) ?? new Set()).add(headers[name] ?? ''));
  }
  return [...values].flatMap(([path, [value = '', ...others]]): [string, string][] => {
    // Netlify lets `/posts/*` fit `/posts` as well.
    const isCovered = values.has(`${path}/*`);
    const isDefault = value === '' || DEFAULTS[name] === value;
    if (others.length > 0 || isCovered || isDefault || /[*:]/.test(path.replace(/\/\*$/, ''))) return [];
    return [[encodeURI(path), value]];
  });
}

/** Folders before single addresses: these are left out first where there are too many. */
function rank(path: string): number {
  return path.endsWith('/*') ? 0 : 1;
}

function omit(headers: ResponseHeaders, names: ReadonlySet<string>): ResponseHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
}

function formatHeaders(headers: ResponseHeaders): string {
  return Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('');
}
