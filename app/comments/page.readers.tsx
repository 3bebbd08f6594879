import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { OwnData } from '@/components/readers/own-data';
import { getReadersPart } from '@/lib/readers/readers-part';
import { hashToken } from '@/lib/readers/signature';
import { findOwn } from '@/lib/readers/store-own';
import { WRITER_COOKIE } from '@/lib/readers/writer-cookie';
import { formatMessage } from '@/lib/site/strings/messages';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { getSection } from '../_shared/get-section';
import { SectionFrame } from '../_shared/section-frame';

export const dynamic = 'force-dynamic';

type Query = Readonly<Record<string, string | string[] | undefined>>;

export function generateMetadata(): Metadata {
  return { title: formatMessage(getStrings(), 'ownData'), robots: { index: false, follow: false } };
}

/** What somebody wrote below all posts, to be downloaded and erased: of this browser, or of the mail address whose link was opened. */
export default async function OwnDataPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { readers } = getIndex().site;
  if (!readers?.comments && !readers?.subscriptions) notFound();
  const strings = getStrings();
  const query = await searchParams;
  const writer = (await cookies()).get(WRITER_COOKIE)?.value;
  const found = await find(typeof query.token === 'string' ? query.token : undefined, writer).catch(
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      console.error(`What was written cannot be shown: ${message}`);
    },
  );
  return (
    <SectionFrame section={await getSection()}>
      <PageHead title={formatMessage(strings, 'ownData')}>
        <p>{formatMessage(strings, 'ownDataLead')}</p>
      </PageHead>
      <div className="comments md:ms-55">
        {query.sent !== undefined && <p role="status">{formatMessage(strings, 'linkSent')}</p>}
        {query.erased !== undefined && <p role="status">{formatMessage(strings, 'allErased')}</p>}
        {found ? (
          <OwnData {...found} strings={strings} />
        ) : (
          <p role="status">{formatMessage(strings, 'readersAway')}</p>
        )}
      </div>
    </SectionFrame>
  );
}

/** Opening a link uses nothing up: programs open those of mails too. */
async function find(token: string | undefined, writer: string | undefined) {
  const { store } = await getReadersPart();
  if (token === undefined) return writer ? findOwn(store, { writer: hashToken(writer) }) : { comments: [] };
  const mail = await store.findKey(hashToken(token), 'data');
  return mail === undefined
    ? { comments: [], isInvalid: true }
    : { ...(await findOwn(store, { mail })), token };
}
