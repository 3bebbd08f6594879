import { getSite } from '@/lib/content/posts';
import { announceAnswers } from '@/lib/readers/announce-answers';
import { decide } from '@/lib/readers/decide';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart } from '@/lib/readers/readers-part';
import { getIndex } from '@/lib/views/current-index';

/** What the author decides on a comment: the database is theirs, as in the terminal. */
export async function POST(request: Request) {
  const site = getSite();
  if (!site.readers) return new Response('Nobody can answer here.', { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const read = (name: string) => form.fields.get(name) ?? '';
  try {
    const part = await getReadersPart();
    await decide(part.store, read('comment'), read('action'), read('reason'));
    await announceAnswers(part, getIndex(), read('comment'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new Response(`Nothing was decided: ${reason}`, { status: 503 });
  }
  const Location = `/desk?${new URLSearchParams({ decided: read('comment') })}#readers`;
  return new Response(null, { status: 303, headers: { Location } });
}
