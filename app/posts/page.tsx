import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { viewArchive } from '@/lib/views/archive';
import { getIndex } from '@/lib/views/current-index';
import { Archive } from '../_shared/archive';

export function generateMetadata(): Metadata {
  return viewArchive(getIndex(), 1)?.metadata ?? {};
}

export default function ArchivePage() {
  const view = viewArchive(getIndex(), 1);
  if (!view) notFound();
  return <Archive view={view} />;
}
