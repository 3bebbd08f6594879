import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { isFollowKey } from '@/lib/readers/follower';
import { getReadersPart } from '@/lib/readers/readers-part';
import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { endAnswersPath, ownDataPath, sendAnswersPath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { getSection } from '../../../_shared/get-section';
import { SectionFrame } from '../../../_shared/section-frame';

export const dynamic = 'force-dynamic';

const NOTICES: ReadonlyMap<string, MessageName> = new Map([
  ['confirmed', 'answersConfirmed'],
  ['ended', 'unsubscribed'],
  ['thread', 'threadStopped'],
  ['link', 'linkInvalid'],
]);

type Query = Readonly<Record<string, string | string[] | undefined>>;

export function generateMetadata(): Metadata {
  return { title: formatMessage(getStrings(), 'answersByMail'), robots: { index: false, follow: false } };
}

/** Where the links of mails about answers lead: opening them changes nothing, since programs do it as well; a press does. */
export default async function AnswersPage({ searchParams }: { searchParams: Promise<Query> }) {
  if (!getIndex().site.readers?.comments) notFound();
  const strings = getStrings();
  const { follower = '', key, end = '', thread = '', done, fault } = toTexts(await searchParams);
  const name = NOTICES.get(done ?? fault ?? '');
  return (
    <SectionFrame section={await getSection()}>
      <PageHead title={formatMessage(strings, 'answersByMail')} />
      <div className="comments md:ms-55">
        {name && (
          <p role={fault === undefined ? 'status' : 'alert'} className="comment-notice">
            {formatMessage(strings, name)}
          </p>
        )}
        {key !== undefined && <Confirm follower={follower} linkKey={key} strings={strings} />}
        {thread !== '' && <End action={endAnswersPath(end, thread)} label="stopThread" strings={strings} />}
        {end !== '' && <End action={endAnswersPath(end)} label="stopAnswers" strings={strings} />}
        <p className="meta">
          <a href={ownDataPath}>{formatMessage(strings, 'ownData')}</a>
        </p>
      </div>
    </SectionFrame>
  );
}

interface ConfirmProps {
  follower: string;
  linkKey: string;
  strings: Strings;
}

async function Confirm({ follower, linkKey, strings }: ConfirmProps) {
  const part = await getReadersPart().catch(reportAway);
  if (!part) return <p role="status">{formatMessage(strings, 'readersAway')}</p>;
  if (!isFollowKey(linkKey, part.secret, follower))
    return <p role="alert">{formatMessage(strings, 'linkInvalid')}</p>;
  return (
    <form className="comment-form" method="post" action={sendAnswersPath}>
      <p>{formatMessage(strings, 'answersLead')}</p>
      <input type="hidden" name="follower" value={follower} />
      <input type="hidden" name="key" value={linkKey} />
      <p>
        <button type="submit" name="action" value="confirm">
          {formatMessage(strings, 'confirm')}
        </button>
      </p>
    </form>
  );
}

interface EndProps {
  action: string;
  label: 'stopThread' | 'stopAnswers';
  strings: Strings;
}

/** It says nothing of whether there is such a follower. */
function End({ action, label, strings }: EndProps) {
  return (
    <form className="comment-form" method="post" action={action}>
      <input type="hidden" name="List-Unsubscribe" value="One-Click" />
      <p>
        <button type="submit" name="from" value="page">
          {formatMessage(strings, label)}
        </button>
      </p>
    </form>
  );
}

function toTexts(query: Query): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

function reportAway(error: unknown): undefined {
  console.error(`No link can be checked: ${error instanceof Error ? error.message : String(error)}`);
}
