import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getContent } from '@/lib/content/posts';
import { getStaticParams } from '@/lib/next/static-params';
import { parsePageNumber } from '@/lib/pagination';
import { decodeParam, tagPath } from '@/lib/urls';
import { toMetadata } from '../../../../_shared/page-metadata';
import { TagList } from '../../../../_shared/tag-list';

export const dynamicParams = false;

type Props = PageProps<'/tags/[tag]/page/[page]'>;

export const generateStaticParams = () => getStaticParams('/tags/[tag]/page/[page]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tag: slug, page } = await params;
  const { tags, site } = getContent();
  const tag = tags.get(decodeParam(slug))?.tag;
  if (!tag) return {};
  return toMetadata(site, {
    title: `${tag.label}, page ${page}`,
    description: `Notes on ${tag.label} in ${site.title}, newest first, page ${page}.`,
    canonical: tagPath(tag.slug, Number(page)),
    list: { path: tagPath(tag.slug), title: tag.label },
  });
}

export default async function TagFurtherPage({ params }: Props) {
  const { tag, page } = await params;
  const number = parsePageNumber(page);
  if (number === undefined) notFound();
  return <TagList slug={decodeParam(tag)} page={number} />;
}
