import { after, type NextRequest } from 'next/server';
import { toClientAddress } from '@/lib/readers/client-address';
import { getDaySalt } from '@/lib/readers/day-salt';
import { LIMITS } from '@/lib/readers/limits';
import { toMailAddress } from '@/lib/readers/mail-address';
import { mailConfirmation } from '@/lib/readers/mail-confirmation';
import { keepMailDraft } from '@/lib/readers/mail-draft';
import type { ReadersPart } from '@/lib/readers/readers-part';
import { absoluteUrl, byMailPath, endByMailPath } from '@/lib/urls';
import { viewByMail } from '@/lib/views/by-mail';
import { reportAway } from '../../_shared/report-away';
import { redirectSubscriber, refuseSubscriber, type Section } from './section-answers';

interface Asked {
  readonly request: NextRequest;
  /** As it was typed. */
  readonly typed: string;
  /** Slug of a subject; empty for all. */
  readonly tag: string;
  /** True where the field that stays empty was filled in. */
  readonly isTrapped: boolean;
}

/** Mails a link that confirms a subscription, or shows the form once more with what was typed. */
export async function askForMails(part: ReadersPart, section: Section, asked: Asked): Promise<Response> {
  const { store } = part;
  const { request, typed, tag, isTrapped } = asked;
  const requester = toClientAddress(request.headers, await getDaySalt(store));
  const count = (kind: string) => store.countAttempt(`${kind} ${requester}`, Date.now() - LIMITS.window);
  const refuse = () =>
    refuseSubscriber(section, { status: 429, message: 'faultTooMany', mail: typed, wait: LIMITS.window });
  if ((await count('mail form')) > LIMITS.forms) return refuse();
  const mail = toMailAddress(typed);
  if (isTrapped || mail === undefined) {
    const draft = await keepMailDraft(store, { mail: typed, tag });
    return redirectSubscriber(section, { fault: isTrapped ? 'trap' : 'mail', draft });
  }
  if ((await count('subscribe')) > LIMITS.subscriptions) return refuse();
  after(() => send(part, section, { mail, tag }));
  return redirectSubscriber(section, { done: 'asked' });
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
    choice: { section, ...(tag !== '' && { tag }) },
    toConfirmUrl: (token) => `${page}?${new URLSearchParams({ ...(section && { section }), token })}`,
    toEndUrl: (subscriber) => absoluteUrl(site.url, endByMailPath(subscriber, section)),
  }).catch(reportAway('No mail to confirm was sent'));
}
