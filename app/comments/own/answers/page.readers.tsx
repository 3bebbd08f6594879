import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { EndForm } from '@/components/readers/end-form';
import { isFollowKey } from '@/lib/readers/follower';
import { getReadersPart } from '@/lib/readers/readers-part';
import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { endAnswersPath, ownDataPath, sendAnswersPath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { getSection } from '../../../_shared/get-section';
import { reportAway } from '../../../_shared/report-away';
import { SectionFrame } from '../../../_shared/section-frame';
import { toTexts } from '../../../_shared/to-texts';

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
        {thread !== '' && (
          <EndForm action={endAnswersPath(end, thread)} label="stopThread" strings={strings} />
        )}
        {end !== '' && <EndForm action={endAnswersPath(end)} label="stopAnswers" strings={strings} />}
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
  const part = await getReadersPart().catch(reportAway('No link can be checked'));
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
