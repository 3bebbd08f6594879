import { after, type NextRequest } from 'next/server';
import { announceAnswers } from '@/lib/readers/announce-answers';
import { isFollowKey } from '@/lib/readers/follower';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { confirmFollower } from '@/lib/readers/store-followers';
import { formatMessage } from '@/lib/site/strings/messages';
import { answersPath, getBasePath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { respondWithKeptText } from '../../../../_shared/kept-text-response';

/** Confirms a mail address to which answers go; those since it was asked follow at once. */
export async function POST(request: NextRequest): Promise<Response> {
  const { site } = getIndex();
  if (!site.readers?.comments) return new Response(null, { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const read = (name: string) => form.fields.get(name) ?? '';
  try {
    const part = await getReadersPart();
    const isConfirmed = await confirm(part, read('follower'), read('key'));
    if (isConfirmed) after(() => announceAnswers(part, getIndex()));
    return new Response(null, {
      status: 303,
      headers: {
        Location: `${getBasePath()}${answersPath}?${isConfirmed ? 'done=confirmed' : 'fault=link'}`,
      },
    });
  } catch (error) {
    console.error(`Nothing was confirmed: ${error instanceof Error ? error.message : String(error)}`);
    const strings = getStrings();
    const { language } = strings;
    const message = formatMessage(strings, 'readersAway');
    return respondWithKeptText({ status: 503, message, language, wait: 60_000 });
  }
}

async function confirm({ store, secret }: ReadersPart, follower: string, key: string): Promise<boolean> {
  return isFollowKey(key, secret, follower) && (await confirmFollower(store, follower));
}
