import { getSite } from '@/lib/content/posts';
import { decide } from '@/lib/readers/decide';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart } from '@/lib/readers/readers-part';

/** What the author decides on a comment: the database is theirs, as in the terminal. */
export async function POST(request: Request) {
  const site = getSite();
  if (!site.readers) return new Response('Nobody can answer here.', { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const read = (name: string) => form.fields.get(name) ?? '';
  try {
    const { store } = await getReadersPart();
    await decide(store, read('comment'), read('action'), read('reason'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new Response(`Nothing was decided: ${reason}`, { status: 503 });
  }
  const Location = `/desk?${new URLSearchParams({ decided: read('comment') })}#readers`;
  return new Response(null, { status: 303, headers: { Location } });
}
