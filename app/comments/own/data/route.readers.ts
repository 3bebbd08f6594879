import { after, type NextRequest } from 'next/server';
import { toClientAddress } from '@/lib/readers/client-address';
import { getDaySalt } from '@/lib/readers/day-salt';
import { LIMITS } from '@/lib/readers/limits';
import { mailOwnDataLink } from '@/lib/readers/mail-own-data';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { hashToken } from '@/lib/readers/signature';
import { eraseOwn, findOwn, type Person } from '@/lib/readers/store-own';
import { formatWriterCookie, WRITER_COOKIE } from '@/lib/readers/writer-cookie';
import { formatMessage } from '@/lib/site/strings/messages';
import { absoluteUrl, getBasePath, ownDataPath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { respondWithKeptText } from '../../../_shared/kept-text-response';

/** Mails a link to what somebody wrote; with it, or from the browser that wrote it, all of it is sent or erased. */
export async function POST(request: NextRequest): Promise<Response> {
  const { site } = getIndex();
  if (!site.readers?.comments && !site.readers?.subscriptions) return new Response(null, { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const read = (name: string) => form.fields.get(name) ?? '';
  try {
    const part = await getReadersPart();
    if (read('action') === 'mail-link') {
      after(() => sendLink(part, request, read('mail')));
      return redirect('?sent');
    }
    const token = read('token');
    const person = await findPerson(part, token, request.cookies.get(WRITER_COOKIE)?.value);
    if (!person) return redirect('?token=');
    if (read('action') === 'erase') return erase(part, person, request);
    return new Response(`${JSON.stringify(await findOwn(part.store, person), null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="own-data.json"',
      },
    });
  } catch (error) {
    console.error(`Nothing was sent or erased: ${describe(error)}`);
    const strings = getStrings();
    const { language } = strings;
    return respondWithKeptText({
      ...{ status: 503, message: formatMessage(strings, 'readersAway'), language, wait: 60_000 },
      text: read('mail') || undefined,
    });
  }
}

/** Who asks: by the link of a mail, or else by the browser. A link that is not valid is nobody's, whatever the browser has. */
async function findPerson(
  { store }: ReadersPart,
  token: string,
  writer: string | undefined,
): Promise<Person | undefined> {
  if (token === '') return writer ? { writer: hashToken(writer) } : undefined;
  const mail = await store.findKey(hashToken(token), 'data');
  return mail === undefined ? undefined : { mail };
}

async function erase({ store }: ReadersPart, person: Person, request: NextRequest): Promise<Response> {
  await eraseOwn(store, person);
  if ('mail' in person) return redirect('?erased');
  const isSecure =
    request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
  return redirect('?erased', formatWriterCookie('', { path: `${getBasePath()}/comments`, isSecure, age: 0 }));
}

/** After the answer, which says nothing of whether anything was written with an address. */
async function sendLink(part: ReadersPart, request: NextRequest, mail: string): Promise<void> {
  const page = absoluteUrl(getIndex().site.url, ownDataPath);
  try {
    const requester = toClientAddress(request.headers, await getDaySalt(part.store));
    const toUrl = (token: string) => `${page}?token=${token}`;
    await mailOwnDataLink(part, {
      mail: mail.slice(0, LIMITS.mail),
      requester,
      strings: getStrings(),
      toUrl,
    });
  } catch (error) {
    console.error(`No link was mailed: ${describe(error)}`);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function redirect(query: string, cookie?: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: `${getBasePath()}${ownDataPath}${query}`,
      ...(cookie !== undefined && { 'Set-Cookie': cookie }),
    },
  });
}
