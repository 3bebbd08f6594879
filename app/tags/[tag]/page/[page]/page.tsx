import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getStaticParams } from '@/lib/next/static-params';
import { parsePageNumber } from '@/lib/pagination';
import { decodeParam } from '@/lib/urls';
import { viewTag } from '@/lib/views/tag';
import { getSection, type SectionProps } from '../../../../_shared/get-section';
import { TagList } from '../../../../_shared/tag-list';

export const dynamicParams = false;

type Props = SectionProps<{ tag: string; page: string }>;

export const generateStaticParams = () => getStaticParams('/tags/[tag]/page/[page]');

export async function generateMetadata(props: Props): Promise<Metadata> {
  return (await getView(props))?.metadata ?? {};
}

export default async function TagFurtherPage(props: Props) {
  const view = await getView(props);
  if (!view) notFound();
  return <TagList view={view} section={await getSection(props)} />;
}

async function getView(props: Props) {
  const { tag, page } = await props.params;
  const number = parsePageNumber(page);
  return number === undefined ? undefined : viewTag(await getSection(props), decodeParam(tag), number);
}
