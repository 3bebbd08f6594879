import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { findSectionPage } from '../../_shared/find-section-page';

export const dynamicParams = false;

interface Props {
  params: Promise<{ page: string; path: string[] }>;
}

export async function generateStaticParams() {
  const all = await getStaticParams('/[page]/[...path]');
  return all.map(({ page, path }) => ({ page, path: path.split('/') }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await findPage(params))?.getMetadata() ?? {};
}

/** Every page of a section in a further language but its home page. */
export default async function SectionPage({ params }: Props) {
  return ((await findPage(params)) ?? notFound()).render();
}

async function findPage(params: Props['params']) {
  const { page, path } = await params;
  return findSectionPage(decodeParam(page), path.map(decodeParam));
}
