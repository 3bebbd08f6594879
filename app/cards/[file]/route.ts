import { listCards } from '@/lib/cards/card-files';
import { renderCard } from '@/lib/cards/render-card';
import { getStaticParams } from '@/lib/next/static-params';
import { getIndex } from '@/lib/views/current-index';

export const dynamic = 'force-static';

export const generateStaticParams = () => getStaticParams('/cards/[file]');

/** A social card: 1200 × 630 pixels. */
export async function GET(_request: Request, { params }: RouteContext<'/cards/[file]'>) {
  const index = getIndex();
  const card = (await listCards(index)).get(`/cards/${(await params).file}`);
  if (!card) return new Response('There is no such card.', { status: 404 });
  const bytes = await renderCard(card, index.root);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': card.type } });
}
