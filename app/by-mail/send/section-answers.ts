import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage } from '@/lib/site/strings/messages';
import { byMailPath, getBasePath } from '@/lib/urls';
import { viewByMail } from '@/lib/views/by-mail';
import type { getShownSection } from '@/lib/views/current-index';
import { respondWithKeptText } from '../../_shared/kept-text-response';

/** A section whose posts can be subscribed to. */
export type Section = NonNullable<ReturnType<typeof getShownSection>>;

/** To the page of subscriptions, which says what became of what was sent. */
export function redirectSubscriber(index: Section, query: Readonly<Record<string, string>>): Response {
  const { section } = viewByMail(index) ?? {};
  const search = new URLSearchParams({ ...(section && { section }), ...query });
  return new Response(null, {
    status: 303,
    headers: { Location: `${getBasePath()}${byMailPath}?${search}` },
  });
}

interface Refusal {
  readonly status: 429 | 503;
  readonly message: MessageName;
  /** The mail address that was typed; empty where none was. */
  readonly mail: string;
  /** After how many milliseconds it can be sent again. */
  readonly wait: number;
}

/** Says what is wrong on a page that needs no database, with the mail address on it. */
export function refuseSubscriber({ strings }: Section, { status, message, mail, wait }: Refusal): Response {
  return respondWithKeptText({
    ...{ status, message: formatMessage(strings, message), language: strings.language, wait },
    text: mail || undefined,
  });
}
