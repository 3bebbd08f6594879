/** For hosts that answer requests themselves: what a site below a path (`/blog`) needs besides the settings of one that has a host. */

interface Rule {
  readonly source: string;
}

interface MovedRedirect extends Rule {
  readonly destination: string;
  readonly permanent: boolean;
}

/** Addresses below the path are those of the site. */
export function listBaseRewrites(base: string): { source: string; destination: string }[] {
  if (base === '') return [];
  return [
    { source: base, destination: '/' },
    { source: `${base}/:path((?!_next/).*)`, destination: '/:path' },
  ];
}

/** Rules for the same addresses below the path; none where there is no path. */
export function moveSources<Kind extends Rule>(rules: readonly Kind[], base: string): Kind[] {
  return base === '' ? [] : rules.map((rule) => ({ ...rule, source: base + rule.source }));
}

/** Redirects from and to addresses below the path. */
export function moveRedirects<Kind extends MovedRedirect>(redirects: readonly Kind[], base: string): Kind[] {
  return moveSources(redirects, base).map((rule) => ({ ...rule, destination: base + rule.destination }));
}
