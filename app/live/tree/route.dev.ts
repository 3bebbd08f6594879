import { renderLive } from '../render-live';
import { runForViewer } from '../run-for-viewer';

export const dynamic = 'force-dynamic';

/** What there is now at the address `?path=`: a `LiveAnswer`. Development only. */
export async function GET(request: Request) {
  const path = new URL(request.url).searchParams.get('path') ?? '/';
  return Response.json((await runForViewer(() => renderLive(path))).answer);
}
