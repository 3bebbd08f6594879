import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Bookplate } from '@/components/bookplate';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { formatMessage } from '@/lib/messages';
import { getStaticParams } from '@/lib/next/static-params';
import { authorPath, decodeParam, feedPathOf } from '@/lib/urls';
import { viewAuthor } from '@/lib/views/author';
import { getIndex, getStrings } from '@/lib/views/current-index';

export const dynamicParams = false;

type Props = PageProps<'/authors/[id]'>;

export const generateStaticParams = () => getStaticParams('/authors/[id]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await getView(params))?.metadata ?? {};
}

export default async function AuthorPage({ params }: Props) {
  const view = await getView(params);
  if (!view) notFound();
  const { id, count, years, graph } = view;
  const strings = getStrings();
  return (
    <>
      <Bookplate {...view}>
        <p className="meta">
          {formatMessage(strings, 'notes', { count })} ·{' '}
          <a href={feedPathOf('rss', authorPath(id))}>{formatMessage(strings, 'feed')}</a>
        </p>
      </Bookplate>
      <StructuredData json={graph} />
      <YearList years={years} strings={strings} />
    </>
  );
}

async function getView(params: Props['params']) {
  return viewAuthor(getIndex(), decodeParam((await params).id));
}
