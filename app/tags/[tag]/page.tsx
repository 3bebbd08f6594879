import type { Metadata } from 'next';
import { getContent } from '@/lib/content/posts';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam, tagPath } from '@/lib/urls';
import { toMetadata } from '../../_shared/page-metadata';
import { TagList } from '../../_shared/tag-list';

export const dynamicParams = false;

type Props = PageProps<'/tags/[tag]'>;

export const generateStaticParams = () => getStaticParams('/tags/[tag]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tags, site } = getContent();
  const entry = tags.get(decodeParam((await params).tag));
  if (!entry) return {};
  const { tag } = entry;
  const description = tag.description ?? `Notes on ${tag.label} in ${site.title}, newest first.`;
  const path = tagPath(tag.slug);
  return toMetadata(site, {
    title: tag.label,
    description,
    canonical: path,
    list: { path, title: tag.label },
  });
}

export default async function TagPage({ params }: Props) {
  return <TagList slug={decodeParam((await params).tag)} page={1} />;
}
