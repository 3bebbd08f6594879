import { readFileSync } from 'node:fs';
import { createProcessCache } from '../cache/process-cache';
import type { ParamRoute, ParamsOf } from '../views/route-params';

/**
 * What `generateStaticParams` of a route returns: the parameters of each of its outputs. Where `GENERATE_LIST` in the
 * environment names a JSON file, `{ "/posts/[slug]": [{ "slug": "hello" }] }`, only those that it lists for the route.
 */
export async function getStaticParams<Route extends ParamRoute>(route: Route): Promise<ParamsOf<Route>[]> {
  const file = process.env.GENERATE_LIST;
  if (file) return readList(file)[route] ?? [];
  // Loaded when it is asked for: what shows a page needs nothing of it.
  const [{ getContent }, { listParams }] = await Promise.all([
    import('../content/posts'),
    import('../views/route-params'),
  ]);
  return listParams(route, getContent());
}

type GenerateList = { readonly [Route in ParamRoute]?: ParamsOf<Route>[] };

/** Read once in a process, however many routes ask for it. */
function readList(file: string): GenerateList {
  return lists.getOrCreate(file, () => JSON.parse(readFileSync(file, 'utf8')));
}

const lists = createProcessCache<string, GenerateList>('lists of what to generate');
