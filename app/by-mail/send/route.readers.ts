import type { NextRequest } from 'next/server';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { confirmSubscription } from '@/lib/readers/store-subscribers';
import { readConfirmation } from '@/lib/readers/subscriber';
import { getIndex, getShownSection } from '@/lib/views/current-index';
import { askForMails } from './ask-for-mails';
import { redirectSubscriber, refuseSubscriber, type Section } from './section-answers';

/** Asks for a subscription, or confirms one. Whether an address is known nobody learns from the answer. */
export async function POST(request: NextRequest): Promise<Response> {
  const { site } = getIndex();
  if (!site.readers?.subscriptions) return new Response(null, { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const read = (name: string) => form.fields.get(name) ?? '';
  const section = getShownSection(read('section') || undefined);
  if (!section) return new Response(null, { status: 404 });
  const [typed, tag] = [read('mail'), section.tags.has(read('tag')) ? read('tag') : ''];
  try {
    const part = await getReadersPart();
    return await (read('action') === 'confirm'
      ? confirm(part, section, read('token'))
      : askForMails(part, section, { request, typed, tag, isTrapped: read('website') !== '' }));
  } catch (error) {
    console.error(`Nothing was subscribed to: ${error instanceof Error ? error.message : String(error)}`);
    return refuseSubscriber(section, { status: 503, message: 'readersAway', mail: typed, wait: 60_000 });
  }
}

async function confirm({ store, secret }: ReadersPart, section: Section, token: string): Promise<Response> {
  const read = readConfirmation(token, secret);
  const isConfirmed = read && (await confirmSubscription(store, read.id, read.choice));
  return redirectSubscriber(section, isConfirmed ? { done: 'confirmed' } : { fault: 'link' });
}
