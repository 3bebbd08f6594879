import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getStaticParams } from '@/lib/next/static-params';
import { parsePageNumber } from '@/lib/pagination';
import { viewArchive } from '@/lib/views/archive';
import { Archive } from '../../../_shared/archive';
import { getSection, type SectionProps } from '../../../_shared/get-section';

export const dynamicParams = false;

type Props = SectionProps<{ page: string }>;

export const generateStaticParams = () => getStaticParams('/posts/page/[page]');

export async function generateMetadata(props: Props): Promise<Metadata> {
  return (await getView(props))?.metadata ?? {};
}

export default async function ArchiveFurtherPage(props: Props) {
  const view = await getView(props);
  if (!view) notFound();
  return <Archive view={view} section={await getSection(props)} />;
}

async function getView(props: Props) {
  const page = parsePageNumber((await props.params).page);
  return page === undefined ? undefined : viewArchive(await getSection(props), page);
}
