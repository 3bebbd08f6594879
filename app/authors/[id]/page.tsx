import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Bookplate } from '@/components/bookplate';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { getStaticParams } from '@/lib/next/static-params';
import { formatMessage } from '@/lib/site/strings/messages';
import { authorPath, decodeParam, feedPathOf } from '@/lib/urls';
import { viewAuthor } from '@/lib/views/author';
import { getSection, type SectionProps } from '../../_shared/get-section';
import { SectionFrame } from '../../_shared/section-frame';

export const dynamicParams = false;

type Props = SectionProps<{ id: string }>;

export const generateStaticParams = () => getStaticParams('/authors/[id]');

export async function generateMetadata(props: Props): Promise<Metadata> {
  return (await getView(props))?.metadata ?? {};
}

export default async function AuthorPage(props: Props) {
  const view = await getView(props);
  if (!view) notFound();
  const { id, count, years, graph } = view;
  const section = await getSection(props);
  const { strings } = section;
  return (
    <SectionFrame section={section}>
      <Bookplate {...view}>
        <p className="meta">
          {formatMessage(strings, 'notes', { count })} ·{' '}
          <a href={feedPathOf('rss', authorPath(id))}>{formatMessage(strings, 'feed')}</a>
        </p>
      </Bookplate>
      <StructuredData json={graph} />
      <YearList years={years} strings={strings} />
    </SectionFrame>
  );
}

async function getView(props: Props) {
  return viewAuthor(await getSection(props), decodeParam((await props.params).id));
}
