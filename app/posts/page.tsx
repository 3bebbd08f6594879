import type { Metadata } from 'next';
import { getContent } from '@/lib/content/posts';
import { archivePath } from '@/lib/urls';
import { toMetadata } from '../page-metadata';
import { Archive } from './archive';

export function generateMetadata(): Metadata {
  const { site } = getContent();
  const description = `Every note of ${site.title} by year, newest first.`;
  return toMetadata(site, { title: 'Archive', description, canonical: archivePath() });
}

export default function ArchivePage() {
  return <Archive page={1} />;
}
