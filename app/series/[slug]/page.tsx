import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { PartList } from '@/components/part-list';
import { StructuredData } from '@/components/structured-data';
import { formatMessage } from '@/lib/messages';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { viewSeries } from '@/lib/views/series';

export const dynamicParams = false;

type Props = PageProps<'/series/[slug]'>;

export const generateStaticParams = () => getStaticParams('/series/[slug]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await getView(params))?.metadata ?? {};
}

export default async function SeriesPage({ params }: Props) {
  const view = await getView(params);
  if (!view) notFound();
  const strings = getStrings();
  return (
    <>
      <PageHead title={view.name}>
        <p>{formatMessage(strings, 'seriesParts', { count: view.parts.length })}</p>
      </PageHead>
      <StructuredData json={view.graph} />
      <PartList posts={view.parts} strings={strings} />
    </>
  );
}

async function getView(params: Props['params']) {
  return viewSeries(getIndex(), decodeParam((await params).slug));
}
