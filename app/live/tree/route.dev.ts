import { flatten } from '@/lib/dev/flatten';
import { findPage } from '../../_shared/find-page';

export const dynamic = 'force-dynamic';

/** The tree of one page as it is now; 404 where only the framework can show it. Development only. */
export async function GET(request: Request) {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  try {
    return Response.json(await flatten(await findPage(query)?.render()));
  } catch {
    return new Response(null, { status: 404 });
  }
}
