import { getContent } from '@/lib/content/posts';
import { countProblems } from '@/lib/dev/count-problems';

export const dynamic = 'force-dynamic';

/** Numbers of problems by file, for the desk. */
export async function GET() {
  return Response.json(await countProblems(getContent()));
}
