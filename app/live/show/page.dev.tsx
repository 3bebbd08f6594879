import { setTimeout } from 'node:timers/promises';
import { notFound, permanentRedirect } from 'next/navigation';
import { after } from 'next/server';
import { LiveMain } from '@/components/dev/live-main';
import { getContent } from '@/lib/content/posts';
import { flatten, NotFlat } from '@/lib/dev/flatten';
import { type LiveQuery, toLivePath } from '@/lib/dev/live-routes';
import { startAuthoring } from '@/lib/dev/start-authoring';
import { findRedirect } from '@/lib/next/redirects';
import { findPage } from '../../_shared/find-page';
import { openFrame } from '../../_shared/open-frame';
import { SectionFrame } from '../../_shared/section-frame';

/** Milliseconds; a first page takes about half as many to render. */
const AUTHOR_FIRST = 800;

interface LivePageProps {
  searchParams: Promise<LiveQuery>;
}

export async function generateMetadata({ searchParams }: LivePageProps) {
  return (await findPage(await searchParams)?.getMetadata()) ?? {};
}

/** Every page of the content in development: as a tree that can be exchanged, or as it is where it runs in browsers. */
export default async function LivePage({ searchParams }: LivePageProps) {
  const query = await searchParams;
  after(startAuthoring);
  // The server asks by itself, so that this is compiled: whoever has asked meanwhile goes first.
  if (query.pattern === undefined) await setTimeout(AUTHOR_FIRST);
  const address = findRedirect(getContent().redirects, toLivePath(query));
  if (address !== undefined) permanentRedirect(address);
  const node = await findPage(query)?.render();
  if (node === undefined) notFound();
  try {
    const question = new URLSearchParams(query as Record<string, string>).toString();
    const { section, content } = await openFrame(node);
    const main = <LiveMain query={question} json={JSON.stringify(await flatten(content))} />;
    return section ? <SectionFrame section={section}>{main}</SectionFrame> : main;
  } catch (error) {
    if (error instanceof NotFlat) return node;
    throw error;
  }
}
