import type { Metadata } from 'next';
import { getContent } from '@/lib/content/posts';
import { archivePath } from '@/lib/urls';
import { Archive } from '../_shared/archive';
import { toMetadata } from '../_shared/page-metadata';

export function generateMetadata(): Metadata {
  const { site } = getContent();
  const description = `Every note of ${site.title} by year, newest first.`;
  return toMetadata(site, { title: 'Archive', description, canonical: archivePath() });
}

export default function ArchivePage() {
  return <Archive page={1} />;
}
