import { getSearchIndex } from '@/lib/search/build/search-index';
import { decodeParam } from '@/lib/urls';
import { getShownSection } from '@/lib/views/current-index';

/** A piece of the search index, deflated; of the main section where none is named. */
export async function respondWithSearchPiece(piece: string, section?: string): Promise<Response> {
  const index = getShownSection(section === undefined ? undefined : decodeParam(section));
  const bytes = index && (await getSearchIndex(index)).get(decodeParam(piece));
  if (!bytes) return new Response('There is no such piece.', { status: 404 });
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/octet-stream' } });
}
