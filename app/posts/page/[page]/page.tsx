import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getStaticParams } from '@/lib/next/static-params';
import { parsePageNumber } from '@/lib/pagination';
import { viewArchive } from '@/lib/views/archive';
import { getIndex } from '@/lib/views/current-index';
import { Archive } from '../../../_shared/archive';

export const dynamicParams = false;

type Props = PageProps<'/posts/page/[page]'>;

export const generateStaticParams = () => getStaticParams('/posts/page/[page]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await getView(params))?.metadata ?? {};
}

export default async function ArchiveFurtherPage({ params }: Props) {
  const view = await getView(params);
  if (!view) notFound();
  return <Archive view={view} />;
}

async function getView(params: Props['params']) {
  const page = parsePageNumber((await params).page);
  return page === undefined ? undefined : viewArchive(getIndex(), page);
}
