import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { viewTag } from '@/lib/views/tag';
import { getSection, type SectionProps } from '../../_shared/get-section';
import { TagList } from '../../_shared/tag-list';

export const dynamicParams = false;

type Props = SectionProps<{ tag: string }>;

export const generateStaticParams = () => getStaticParams('/tags/[tag]');

export async function generateMetadata(props: Props): Promise<Metadata> {
  return (await getView(props))?.metadata ?? {};
}

export default async function TagPage(props: Props) {
  const view = await getView(props);
  if (!view) notFound();
  return <TagList view={view} section={await getSection(props)} />;
}

async function getView(props: Props) {
  return viewTag(await getSection(props), decodeParam((await props.params).tag), 1);
}
