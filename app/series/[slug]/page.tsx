import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { PartList } from '@/components/part-list';
import { StructuredData } from '@/components/structured-data';
import { getStaticParams } from '@/lib/next/static-params';
import { formatMessage } from '@/lib/site/strings/messages';
import { decodeParam } from '@/lib/urls';
import { viewSeries } from '@/lib/views/series';
import { getSection, type SectionProps } from '../../_shared/get-section';
import { SectionFrame } from '../../_shared/section-frame';

export const dynamicParams = false;

type Props = SectionProps<{ slug: string }>;

export const generateStaticParams = () => getStaticParams('/series/[slug]');

export async function generateMetadata(props: Props): Promise<Metadata> {
  return (await getView(props))?.metadata ?? {};
}

export default async function SeriesPage(props: Props) {
  const view = await getView(props);
  if (!view) notFound();
  const section = await getSection(props);
  const { strings } = section;
  return (
    <SectionFrame section={section}>
      <PageHead title={view.name}>
        <p>{formatMessage(strings, 'seriesParts', { count: view.parts.length })}</p>
      </PageHead>
      <StructuredData json={view.graph} />
      <PartList posts={view.parts} strings={strings} />
    </SectionFrame>
  );
}

async function getView(props: Props) {
  return viewSeries(await getSection(props), decodeParam((await props.params).slug));
}
