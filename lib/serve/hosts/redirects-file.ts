import type { HostRedirect, HostSite } from './host-site';

/** Cloudflare reads so many redirects and no more; those beyond are left to the redirect pages. */
const MAX_REDIRECTS = 2000;

/** Characters of a line that Cloudflare reads. */
const MAX_LINE = 1000;

/**
 * The file `_redirects` of Netlify and Cloudflare Pages. Each old address has two lines, since it is a file too: Netlify
 * prefers the file unless the status is `301!`; Cloudflare ignores a line with that, and redirects from existing files.
 */
export function renderRedirectsFile({
  base,
  redirects,
  sections,
}: Pick<HostSite, 'base' | 'redirects' | 'sections'>): string {
  const written = redirects.map((one) => ({ ...one, from: base + one.from })).filter(isExpressible);
  const forced = written.map(({ from, to }) => `${from} ${to} 301!\n`);
  const plain = [
    ...written.map(({ from, to }) => `${from} ${to} 301\n`),
    // Netlify takes it for the same address.
    ...written.map(({ from, to }) => `${from}/ ${to} 301\n`),
  ];
  // Netlify has one page for all missing addresses; Cloudflare takes the nearest, and ignores this.
  const missing = [...sections.map((path) => base + path), ...(base === '' ? [] : [base])].map(
    (path) => `${path}/* ${path}/404.html 404\n`,
  );
  return [...forced.slice(0, MAX_REDIRECTS), ...plain.slice(0, MAX_REDIRECTS), ...missing].join('');
}

/** A star and a colon are wildcards in these files, and have no other spelling that fits what browsers send. */
function isExpressible({ from, to }: HostRedirect): boolean {
  return from !== '' && !/[*:]/.test(from) && `${from}/ ${to} 301!`.length <= MAX_LINE;
}
