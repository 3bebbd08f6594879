import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { ByMailForm } from '@/components/readers/by-mail-form';
import { EndForm } from '@/components/readers/end-form';
import { findMailDraft } from '@/lib/readers/mail-draft';
import { getReadersPart } from '@/lib/readers/readers-part';
import { readConfirmation } from '@/lib/readers/subscriber';
import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { endByMailPath, ownDataPath, sendByMailPath } from '@/lib/urls';
import { viewByMail } from '@/lib/views/by-mail';
import { getShownSection } from '@/lib/views/current-index';
import { reportAway } from '../_shared/report-away';
import { SectionFrame } from '../_shared/section-frame';

export const dynamic = 'force-dynamic';

const NOTICES: ReadonlyMap<string, MessageName> = new Map([
  ['asked', 'confirmationSent'],
  ['confirmed', 'confirmed'],
  ['ended', 'unsubscribed'],
  ['mail', 'faultNoMail'],
  ['trap', 'leaveEmpty'],
  ['link', 'linkInvalid'],
]);

type Query = Readonly<Record<string, string | string[] | undefined>>;

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const section = findSection(await searchParams);
  return {
    ...(section && { title: formatMessage(section.strings, 'byMail') }),
    robots: { index: false, follow: false },
  };
}

/** Where readers subscribe. The links of mails lead here too: opening them changes nothing, since programs do it as well; a press does. */
export default async function ByMailPage({ searchParams }: Props) {
  const query = await searchParams;
  const section = findSection(query);
  const view = section && viewByMail(section);
  if (!section || !view) notFound();
  const { strings } = section;
  const { token, end, tag } = query;
  const name = findNotice(query);
  const draft = typeof query.draft === 'string' ? await findDraft(query.draft) : undefined;
  return (
    <SectionFrame section={section}>
      <PageHead title={formatMessage(strings, 'byMail')}>
        <p>{formatMessage(strings, 'byMailLead')}</p>
      </PageHead>
      <div className="comments md:ms-55">
        {name && (
          <p role={query.fault === undefined ? 'status' : 'alert'} className="comment-notice">
            {formatMessage(strings, name)}
          </p>
        )}
        {typeof token === 'string' && <Confirm token={token} section={view.section} strings={strings} />}
        {typeof end === 'string' && (
          <EndForm
            action={endByMailPath(end, view.section)}
            label="unsubscribe"
            lead="unsubscribeLead"
            strings={strings}
          />
        )}
        {token === undefined && end === undefined && (
          <ByMailForm
            {...view}
            subject={draft?.tag ?? (typeof tag === 'string' ? tag : undefined)}
            mail={draft?.mail}
            isTrapped={query.fault === 'trap'}
            strings={strings}
          />
        )}
        <p className="meta">
          <a href={ownDataPath}>{formatMessage(strings, 'ownData')}</a>
        </p>
      </div>
    </SectionFrame>
  );
}

function findSection({ section }: Query) {
  return getShownSection(typeof section === 'string' && section !== '' ? section : undefined);
}

/** What became of what was sent. */
function findNotice({ done, fault }: Query): MessageName | undefined {
  return NOTICES.get(String(done ?? fault));
}

/** What was typed before; nothing where the database is away. */
async function findDraft(id: string) {
  const part = await getReadersPart().catch(reportAway('What was typed cannot be shown'));
  return part && findMailDraft(part.store, id).catch(reportAway('What was typed cannot be shown'));
}

interface ConfirmProps {
  token: string;
  section: string;
  strings: Strings;
}

async function Confirm({ token, section, strings }: ConfirmProps) {
  const part = await getReadersPart().catch(reportAway('No link can be checked'));
  if (!part) return <p role="status">{formatMessage(strings, 'readersAway')}</p>;
  if (!readConfirmation(token, part.secret))
    return <p role="alert">{formatMessage(strings, 'linkInvalid')}</p>;
  return (
    <form className="comment-form" method="post" action={sendByMailPath}>
      <p>{formatMessage(strings, 'confirmLead')}</p>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="token" value={token} />
      <p>
        <button type="submit" name="action" value="confirm">
          {formatMessage(strings, 'confirm')}
        </button>
      </p>
    </form>
  );
}
