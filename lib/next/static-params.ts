import { existsSync, readFileSync } from 'node:fs';
import { createProcessCache } from '../cache/process-cache';
import type { ParamRoute, ParamsOf } from '../views/route-params';
import { isRunning } from './is-running';

/**
 * What `generateStaticParams` of a route returns: the parameters of each of its outputs. Where `GENERATE_LIST` in the
 * environment names a JSON file, `{ "/posts/[slug]": [{ "slug": "hello" }] }`, only those that it lists for the route. The build
 * may write it later: the content is read meanwhile. Throws where the build, process `GENERATE_FOR`, ends without it.
 */
export async function getStaticParams<Route extends ParamRoute>(route: Route): Promise<ParamsOf<Route>[]> {
  const file = process.env.GENERATE_LIST;
  if (file) return (await awaitList(file))[route] ?? [];
  // Loaded when it is asked for: what shows a page needs nothing of it.
  const [{ getContent }, { listParams }] = await Promise.all([
    import('../content/posts'),
    import('../views/route-params'),
  ]);
  return listParams(route, getContent());
}

type GenerateList = { readonly [Route in ParamRoute]?: ParamsOf<Route>[] };

/** Awaited and read once in a process, however many routes ask for it. */
function awaitList(file: string): Promise<GenerateList> {
  return lists.getOrCreate(file, async () => {
    if (!existsSync(file)) {
      const { getContent } = await import('../content/posts');
      getContent();
    }
    while (!existsSync(file)) {
      if (!isRunning(Number(process.env.GENERATE_FOR))) throw new Error(`The build ended without ${file}.`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return JSON.parse(readFileSync(file, 'utf8'));
  });
}

const lists = createProcessCache<string, Promise<GenerateList>>('lists of what to generate');

/** Milliseconds between two looks at a file that is not there yet. */
const PAUSE = 10;
