/** Version 3 of Vercel's Build Output API: the routes of `config.json`, as far as a build of Next uses them. */

interface Condition {
  readonly type: 'header' | 'cookie' | 'query' | 'host';
  readonly key?: string;
  readonly value?: string;
}

export interface Route {
  readonly handle?: string;
  readonly src?: string;
  readonly dest?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly methods?: readonly string[];
  readonly continue?: boolean;
  readonly check?: boolean;
  readonly status?: number;
  readonly has?: readonly Condition[];
  readonly missing?: readonly Condition[];
  readonly middlewarePath?: string;
  readonly caseSensitive?: boolean;
}

/** A request on its way through the routes, which change it. */
export interface Routed {
  readonly method: string;
  readonly requestHeaders: Readonly<Record<string, string | string[] | undefined>>;
  path: string;
  readonly query: URLSearchParams;
  readonly headers: Map<string, string>;
  status?: number;
}

export interface RouteHooks {
  /** Whether there is a file or a function at the path. */
  has(path: string): boolean;
  /** Runs the middleware; true where it answered. */
  runMiddleware(route: Route, routed: Routed): Promise<boolean>;
}

export type Outcome = 'found' | 'missing' | 'answered' | 'redirected';

/** Follows the routes for a request: those before the file system, the file system, those after it. */
export async function followRoutes(
  routes: readonly Route[],
  routed: Routed,
  hooks: RouteHooks,
): Promise<Outcome> {
  const phases = toPhases(routes);
  const begun = await followPhase(phases.get('') ?? [], routed, hooks);
  if (begun !== undefined) return begun;
  if (hooks.has(routed.path)) return hit(phases, routed, hooks);
  for (const phase of ['filesystem', 'rewrite', 'resource']) {
    const ended = await followPhase(phases.get(phase) ?? [], routed, hooks);
    if (ended === 'found') return hit(phases, routed, hooks);
    if (ended !== undefined) return ended;
  }
  const missed = await followPhase(phases.get('miss') ?? [], routed, hooks);
  return missed ?? 'missing';
}

/** The route of the phase for errors that has the status. */
export function findErrorPage(routes: readonly Route[], status: number): string | undefined {
  return toPhases(routes)
    .get('error')
    ?.find((route) => route.status === status)?.dest;
}

async function hit(phases: Map<string, Route[]>, routed: Routed, hooks: RouteHooks): Promise<Outcome> {
  const { status, path } = routed;
  await followPhase(phases.get('hit') ?? [], routed, hooks);
  Object.assign(routed, { path, status });
  return 'found';
}

function toPhases(routes: readonly Route[]): Map<string, Route[]> {
  const phases = new Map<string, Route[]>();
  let phase = '';
  for (const route of routes) {
    if (route.handle !== undefined) phase = route.handle;
    else phases.set(phase, [...(phases.get(phase) ?? []), route]);
  }
  return phases;
}

/** Undefined where no route decided. */
async function followPhase(
  routes: readonly Route[],
  routed: Routed,
  hooks: RouteHooks,
): Promise<Outcome | undefined> {
  for (const route of routes) {
    const values = matchRoute(route, routed);
    if (values === undefined) continue;
    if (route.middlewarePath !== undefined) {
      if (await hooks.runMiddleware(route, routed)) return 'answered';
      continue;
    }
    for (const [name, value] of Object.entries(route.headers ?? {})) {
      routed.headers.set(name.toLowerCase(), fill(value, values));
    }
    if (route.status !== undefined) routed.status = route.status;
    if (routed.headers.has('location') && isRedirect(routed.status)) return 'redirected';
    if (route.dest !== undefined) {
      const [path = '', search = ''] = fill(route.dest, values).split('?');
      routed.path = path;
      for (const [name, value] of new URLSearchParams(search)) routed.query.append(name, value);
    }
    if (route.check && hooks.has(routed.path)) return 'found';
    if (route.check || route.continue) continue;
    return route.dest !== undefined && hooks.has(routed.path) ? 'found' : 'missing';
  }
  return undefined;
}

function isRedirect(status = 0): boolean {
  return status >= 300 && status < 400;
}

/** The values that `dest` can name; undefined where the route does not fit. */
function matchRoute(route: Route, routed: Routed): Record<string, string> | undefined {
  if (route.methods && !route.methods.includes(routed.method)) return undefined;
  const source = `^${(route.src ?? '').replace(/^\^/, '').replace(/\$$/, '')}$`;
  const found = new RegExp(source, route.caseSensitive ? '' : 'i').exec(routed.path);
  if (!found) return undefined;
  const values: Record<string, string> = { ...found.groups };
  for (const [index, value] of found.entries()) values[index] = value ?? '';
  for (const condition of route.has ?? []) {
    const named = matchCondition(condition, routed);
    if (named === undefined) return undefined;
    Object.assign(values, named);
  }
  const isExcluded = (route.missing ?? []).some(
    (condition) => matchCondition(condition, routed) !== undefined,
  );
  return isExcluded ? undefined : values;
}

function matchCondition(
  { type, key = '', value }: Condition,
  { requestHeaders, query }: Routed,
): Record<string, string> | undefined {
  const actual =
    type === 'query'
      ? query.get(key)
      : type === 'cookie'
        ? new RegExp(`(?:^|; )${key}=([^;]*)`).exec(String(requestHeaders.cookie ?? ''))?.[1]
        : requestHeaders[type === 'host' ? 'host' : key.toLowerCase()];
  if (actual === undefined || actual === null) return undefined;
  if (value === undefined) return {};
  const found = new RegExp(`^${value}$`).exec(String(actual));
  return found ? { ...found.groups } : undefined;
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\$(\w+)/g, (_, name: string) => values[name] ?? '');
}
