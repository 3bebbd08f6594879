import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { viewArchive } from '@/lib/views/archive';
import { Archive } from '../_shared/archive';
import { getSection, type SectionProps } from '../_shared/get-section';

export async function generateMetadata(props: SectionProps): Promise<Metadata> {
  return viewArchive(await getSection(props), 1)?.metadata ?? {};
}

export default async function ArchivePage(props: SectionProps) {
  const section = await getSection(props);
  const view = viewArchive(section, 1);
  if (!view) notFound();
  return <Archive view={view} section={section} />;
}
