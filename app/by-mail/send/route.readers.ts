import { after, type NextRequest } from 'next/server';
import { toClientAddress } from '@/lib/readers/client-address';
import { getDaySalt } from '@/lib/readers/day-salt';
import { LIMITS } from '@/lib/readers/limits';
import { toMailAddress } from '@/lib/readers/mail-address';
import { mailConfirmation } from '@/lib/readers/mail-confirmation';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { renderKeptText } from '@/lib/readers/render-kept-text';
import { confirmSubscription } from '@/lib/readers/store-subscribers';
import { readConfirmation } from '@/lib/readers/subscriber';
import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage } from '@/lib/site/strings/messages';
import { absoluteUrl, byMailPath, endByMailPath, getBasePath } from '@/lib/urls';
import { viewByMail } from '@/lib/views/by-mail';
import { getIndex, getShownSection } from '@/lib/views/current-index';

type Section = NonNullable<ReturnType<typeof getShownSection>>;

/** Asks for a subscription, or confirms one. Whether an address is known nobody learns from the answer. */
export async function POST(request: NextRequest): Promise<Response> {
  const { site } = getIndex();
  if (!site.readers?.subscriptions) return new Response(null, { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const { fields } = form;
  const section = getShownSection(fields.get('section') || undefined);
  if (!section) return new Response(null, { status: 404 });
  try {
    const part = await getReadersPart();
    return await (fields.get('action') === 'confirm'
      ? confirm(part, section, fields.get('token') ?? '')
      : ask(part, section, { request, fields }));
  } catch (error) {
    console.error(`Nothing was subscribed to: ${describe(error)}`);
    return refuse(section, 503, 'readersAway', 60_000);
  }
}

async function confirm({ store, secret }: ReadersPart, section: Section, token: string): Promise<Response> {
  const read = readConfirmation(token, secret);
  const isConfirmed = read && (await confirmSubscription(store, read.id, read.choice));
  return redirect(section, isConfirmed ? { done: 'confirmed' } : { fault: 'link' });
}

interface Sent {
  readonly request: NextRequest;
  readonly fields: URLSearchParams;
}

async function ask(part: ReadersPart, section: Section, { request, fields }: Sent): Promise<Response> {
  const { store } = part;
  if (fields.get('website')) return redirect(section, { fault: 'trap' });
  const mail = toMailAddress(fields.get('mail') ?? '');
  if (mail === undefined) return redirect(section, { fault: 'mail' });
  const requester = toClientAddress(request.headers, await getDaySalt(store));
  const since = Date.now() - LIMITS.window;
  if ((await store.countAttempt(`subscribe ${requester}`, since)) > LIMITS.subscriptions)
    return refuse(section, 429, 'faultTooMany', LIMITS.window);
  const tag = fields.get('tag') ?? '';
  after(() => send(part, section, { mail, tag }));
  return redirect(section, { done: 'asked' });
}

async function send(
  part: ReadersPart,
  index: Section,
  { mail, tag }: { readonly mail: string; readonly tag: string },
): Promise<void> {
  const { site, strings } = index;
  const { section = '' } = viewByMail(index) ?? {};
  const page = absoluteUrl(site.url, byMailPath);
  await mailConfirmation(part, {
    ...{ mail, strings, site: site.title },
    choice: { section, ...(index.tags.has(tag) && { tag }) },
    toConfirmUrl: (token) => `${page}?${new URLSearchParams({ ...(section && { section }), token })}`,
    toEndUrl: (subscriber) => absoluteUrl(site.url, endByMailPath(subscriber, section)),
  }).catch((error) => console.error(`No mail to confirm was sent: ${describe(error)}`));
}

function refuse(
  { strings }: Section,
  status: 429 | 503,
  message: MessageName,
  milliseconds: number,
): Response {
  return new Response(renderKeptText(formatMessage(strings, message), undefined, strings.language), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': String(milliseconds / 1000) },
  });
}

function redirect(index: Section, query: Readonly<Record<string, string>>): Response {
  const { section } = viewByMail(index) ?? {};
  const search = new URLSearchParams({ ...(section && { section }), ...query });
  return new Response(null, {
    status: 303,
    headers: { Location: `${getBasePath()}${byMailPath}?${search}` },
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
