/** How the hosts of files read `_headers` and `_redirects`, after their documentation. */
export type HostName = 'netlify' | 'cloudflare';

interface HeaderBlock {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export interface StaticHost {
  /** Headers of an address, a path as a browser sends it: several values of a header are joined. */
  findHeaders(pathname: string): Map<string, string>;
  /** Where an address leads; `isFile` says whether a file answers it. */
  findRedirect(pathname: string, isFile: boolean): string | undefined;
  /** Files that may say that an address does not exist, paths from the root: the first that is there does. */
  listMissingPages(pathname: string): readonly string[];
}

/** Rules that Cloudflare reads. */
const MAX_HEADER_RULES = 100;
const MAX_REDIRECTS = 2000;

export function createStaticHost(host: HostName, headersFile: string, redirectsFile: string): StaticHost {
  const blocks = parseHeaders(headersFile).slice(0, host === 'cloudflare' ? MAX_HEADER_RULES : undefined);
  const redirects = parseRedirects(redirectsFile);
  const findRedirect =
    host === 'cloudflare' ? createCloudflareFinder(redirects) : createNetlifyFinder(redirects);
  return {
    findHeaders: (pathname) => {
      const found = new Map([['Cache-Control', DEFAULT_CACHE_CONTROL]]);
      const set = new Set<string>();
      for (const { path, headers } of blocks) {
        if (!toPattern(path, host).test(pathname)) continue;
        for (const [name, value] of headers) {
          found.set(name, set.has(name) ? `${found.get(name)}, ${value}` : value);
          set.add(name);
        }
      }
      return found;
    },
    findRedirect,
    listMissingPages: (pathname) =>
      host === 'cloudflare' ? listNearest(pathname) : listNamed(redirects, pathname),
  };
}

/** Cloudflare: the page in the folder of the address, or in the next one above it. */
function listNearest(pathname: string): string[] {
  const folders = pathname.split('/').slice(1, -1);
  return [...folders.keys(), folders.length]
    .reverse()
    .map((depth) => ['', ...folders.slice(0, depth), '404.html'].join('/'));
}

/** Netlify: the page that the first line for a missing address names, or the one at the root. */
function listNamed(lines: readonly RedirectLine[], pathname: string): string[] {
  const named = lines.find(
    ({ from, status }) => status === '404' && toPattern(from, 'netlify').test(pathname),
  );
  return [...(named ? [named.to] : []), '/404.html'];
}

const DEFAULT_CACHE_CONTROL = 'public, max-age=0, must-revalidate';

function parseHeaders(text: string): HeaderBlock[] {
  const blocks: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('#'))) {
    const [, name = '', value = ''] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name === '') blocks.push({ path: line.trim(), headers: [] });
    else blocks.at(-1)?.headers.push([name, value]);
  }
  return blocks;
}

/** A star at the end is anything; a colon starts a placeholder. */
function toPattern(path: string, host: HostName): RegExp {
  const source = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  // Netlify counts the folder itself.
  const pattern = source.replace(/\/\*$/, host === 'netlify' ? '(/.*)?' : '/.*');
  return new RegExp(`^${pattern}$`);
}

interface RedirectLine {
  readonly from: string;
  readonly to: string;
  readonly status: string;
}

function parseRedirects(text: string): RedirectLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [from = '', to = '', status = '301'] = line.split(/\s+/);
      return { from, to, status };
    });
}

/** Lines with a status that is no number are invalid; existing files make no difference. */
function createCloudflareFinder(lines: readonly RedirectLine[]): StaticHost['findRedirect'] {
  const valid = lines.filter(({ status }) => /^30[12378]$/.test(status)).slice(0, MAX_REDIRECTS);
  return (pathname) => valid.find(({ from }) => toPattern(from, 'cloudflare').test(pathname))?.to;
}

/** The first line that fits decides; a file is preferred to a redirect without an exclamation mark. */
function createNetlifyFinder(lines: readonly RedirectLine[]): StaticHost['findRedirect'] {
  const moved = lines.filter(({ status }) => status.startsWith('30'));
  return (pathname, isFile) => {
    const path = pathname.replace(/(?<=.)\/$/, '');
    const fits = ({ from }: RedirectLine) => toPattern(from.replace(/\/$/, ''), 'netlify').test(path);
    return moved.find((line) => fits(line) && (line.status.endsWith('!') || !isFile))?.to;
  };
}
