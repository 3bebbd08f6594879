import { flatten } from '@/lib/dev/flatten';
import { findPage } from '../../_shared/find-page';
import { openFrame } from '../../_shared/open-frame';

export const dynamic = 'force-dynamic';

/** The tree of one page as it is now; 404 where only the framework can show it. Development only. */
export async function GET(request: Request) {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  try {
    const { content } = await openFrame(await findPage(query)?.render());
    return Response.json(await flatten(content));
  } catch {
    return new Response(null, { status: 404 });
  }
}
