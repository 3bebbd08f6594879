import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { viewTag } from '@/lib/views/tag';
import { TagList } from '../../_shared/tag-list';

export const dynamicParams = false;

type Props = PageProps<'/tags/[tag]'>;

export const generateStaticParams = () => getStaticParams('/tags/[tag]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await getView(params))?.metadata ?? {};
}

export default async function TagPage({ params }: Props) {
  const view = await getView(params);
  if (!view) notFound();
  return <TagList view={view} />;
}

async function getView(params: Props['params']) {
  return viewTag(getIndex(), decodeParam((await params).tag), 1);
}
