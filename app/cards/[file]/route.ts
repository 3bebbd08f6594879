import { listCards } from '@/lib/cards/card-files';
import { renderCard } from '@/lib/cards/render-card';
import { getContent } from '@/lib/content/posts';

export const dynamic = 'force-static';

/** The cards a build draws; the others are drawn when first asked for, and kept. */
export async function generateStaticParams() {
  const index = getContent();
  const files = [...(await listCards(index)).keys()].map((path) => ({ file: path.split('/').at(-1) ?? '' }));
  const { output, cardsAtBuild } = index.site;
  return output === 'export' ? files : files.slice(0, cardsAtBuild);
}

/** A social card: 1200 × 630 pixels. */
export async function GET(_request: Request, { params }: RouteContext<'/cards/[file]'>) {
  const index = getContent();
  const card = (await listCards(index)).get(`/cards/${(await params).file}`);
  if (!card) return new Response('There is no such card.', { status: 404 });
  const bytes = await renderCard(card, index.root);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': card.type } });
}
