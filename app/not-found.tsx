import type { Metadata } from 'next';
import { viewNotFoundMetadata } from '@/lib/views/not-found';
import { getSection } from './_shared/get-section';
import { NotFoundPage } from './_shared/not-found-page';

export async function generateMetadata(): Promise<Metadata> {
  return viewNotFoundMetadata(await getSection());
}

export default async function NotFound() {
  if (process.env.NODE_ENV !== 'production') {
    const { runForViewer } = await import('./live/run-for-viewer');
    return <NotFoundPage section={await runForViewer(getSection)} />;
  }
  return <NotFoundPage section={await getSection()} />;
}
