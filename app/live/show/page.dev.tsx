import { setTimeout } from 'node:timers/promises';
import { notFound, permanentRedirect } from 'next/navigation';
import { after } from 'next/server';
import { LiveMain } from '@/components/dev/live-main';
import { type LiveQuery, toLivePath } from '@/lib/dev/live-routes';
import { startAuthoring } from '@/lib/dev/start-authoring';
import { findPage } from '../../_shared/find-page';
import { SectionFrame } from '../../_shared/section-frame';
import { renderLive } from '../render-live';
import { runForViewer } from '../run-for-viewer';
import { getShownPath } from '../shown-path';

/** Milliseconds; a first page takes about half as many to render. */
const AUTHOR_FIRST = 800;

interface LivePageProps {
  searchParams: Promise<LiveQuery>;
}

export async function generateMetadata({ searchParams }: LivePageProps) {
  const page = findPage(await searchParams);
  return (await runForViewer(async () => page?.getMetadata())) ?? {};
}

/** Every page of the content in development, as a tree that can be exchanged. */
export default async function LivePage({ searchParams }: LivePageProps) {
  const query = await searchParams;
  getShownPath().settle(toLivePath(query));
  after(startAuthoring);
  // The server asks by itself, so that this is compiled: whoever has asked meanwhile goes first.
  if (query.pattern === undefined) await setTimeout(AUTHOR_FIRST);
  const { answer, section, slots } = await runForViewer(() => renderLive(toLivePath(query)));
  if (answer.kind === 'moved') permanentRedirect(answer.to);
  if (answer.kind === 'missing') notFound();
  const main = <LiveMain json={JSON.stringify(answer)} slots={Object.fromEntries(slots)} />;
  return section ? <SectionFrame section={section}>{main}</SectionFrame> : main;
}
