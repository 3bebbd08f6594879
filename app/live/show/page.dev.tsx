import { notFound } from 'next/navigation';
import { LiveMain } from '@/components/dev/live-main';
import { flatten, NotFlat } from '@/lib/dev/flatten';
import { findPage, type LiveQuery } from '../find-page';

interface LivePageProps {
  searchParams: Promise<LiveQuery>;
}

export async function generateMetadata({ searchParams }: LivePageProps) {
  return (await findPage(await searchParams)?.getMetadata()) ?? {};
}

/** Every page of the content in development: as a tree that can be exchanged, or as it is where it runs in browsers. */
export default async function LivePage({ searchParams }: LivePageProps) {
  const query = await searchParams;
  const node = await findPage(query)?.render();
  if (node === undefined) notFound();
  try {
    const address = new URLSearchParams(query as Record<string, string>).toString();
    return <LiveMain query={address} json={JSON.stringify(await flatten(node))} />;
  } catch (error) {
    if (error instanceof NotFlat) return node;
    throw error;
  }
}
