import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getStaticParams } from '@/lib/next/static-params';
import { parsePageNumber } from '@/lib/pagination';
import { decodeParam } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { viewTag } from '@/lib/views/tag';
import { TagList } from '../../../../_shared/tag-list';

export const dynamicParams = false;

type Props = PageProps<'/tags/[tag]/page/[page]'>;

export const generateStaticParams = () => getStaticParams('/tags/[tag]/page/[page]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await getView(params))?.metadata ?? {};
}

export default async function TagFurtherPage({ params }: Props) {
  const view = await getView(params);
  if (!view) notFound();
  return <TagList view={view} />;
}

async function getView(params: Props['params']) {
  const { tag, page } = await params;
  const number = parsePageNumber(page);
  return number === undefined ? undefined : viewTag(getIndex(), decodeParam(tag), number);
}
