import { getIndex } from '@/lib/views/current-index';
import { viewNearest } from '@/lib/views/nearest';

export const dynamic = 'force-static';

/** Every page by address and title: read by the page that stands for missing ones. */
export function GET() {
  return Response.json(viewNearest(getIndex()));
}
