import { postComponents } from '@post-components';
import type { ReactElement } from 'react';
import { ProblemList } from '@/components/problem-list';
import { createProcessCache } from '@/lib/cache/process-cache';
import type { ContentIndex } from '@/lib/content/content-index';
import { getAudience, getContent } from '@/lib/content/posts';
import type { Problem } from '@/lib/content/problems';
import { forgetFailure, recordFailure } from '@/lib/dev/failures';
import { type Flattened, flatten, getClientName, withoutSlots } from '@/lib/dev/flatten';
import { inspectPath } from '@/lib/dev/inspect';
import type { LiveAnswer } from '@/lib/dev/live-answer';
import { matchPage } from '@/lib/dev/live-routes';
import { reportIndex, reportText } from '@/lib/dev/report-problems';
import { findRedirect } from '@/lib/next/redirects';
import { decodeParam } from '@/lib/urls';
import { BrokenDocumentPage } from '../_shared/broken-document';
import { findPage } from '../_shared/find-page';
import { NotFoundPage } from '../_shared/not-found-page';
import { openFrame } from '../_shared/open-frame';
import { findMissingSection } from './find-missing-section';
import { getFrameDigest } from './frame-digest';

export interface RenderedLive {
  readonly answer: LiveAnswer;
  /** Absent where the page has no frame of its own. */
  readonly section?: ContentIndex;
  readonly slots: Flattened['slots'];
}

/**
 * What there is now at the path of a page, encoded or not. A page that cannot be shown is its last good text with the problems
 * above it, where it was shown before.
 */
export async function renderLive(path: string): Promise<RenderedLive> {
  const to = findRedirect(getContent().redirects, path);
  if (to !== undefined) return { answer: { kind: 'moved', to }, slots: new Map() };
  const plain = decodeParam(path);
  try {
    const { isBroken, ...opened } = await openPage(path);
    if (isBroken) return await showBroken(plain);
    const { tree, slots } = await flatten(opened.content);
    forgetFailure(plain);
    lastGood.set(toKey(plain), { tree, slots });
    const frame = await getFrameDigest(path, opened.section);
    return { ...opened, answer: { kind: 'shown', page: tree, problems: null, frame }, slots };
  } catch (error) {
    if (isNotFound(error)) return showMissing(plain);
    if (!recordFailure(plain, error, getContent())) throw error;
    return showBroken(plain);
  }
}

/** The last good texts of pages that somebody has looked at. */
const lastGood = createProcessCache<string, Flattened>('last good texts', { max: 50 });

function toKey(path: string): string {
  return `${getAudience()} ${path}`;
}

async function openPage(path: string) {
  const node = await findPage(matchPage(path))?.render();
  if (node === undefined) throw Object.assign(new Error('There is no such page.'), { digest: NOT_FOUND });
  return openFrame(node);
}

const NOT_FOUND = 'NEXT_HTTP_ERROR_FALLBACK;404';

function isNotFound(error: unknown): boolean {
  return (error as { digest?: unknown }).digest === NOT_FOUND;
}

async function showMissing(path: string): Promise<RenderedLive> {
  lastGood.delete(toKey(path));
  const { section, content } = await openFrame(<NotFoundPage section={findMissingSection(path)} />);
  const { tree, slots } = await flatten(content);
  return { ...(section && { section }), answer: { kind: 'missing', page: tree, problems: null }, slots };
}

/** The page says of its problems what the bar says. */
async function showBroken(path: string): Promise<RenderedLive> {
  const index = getContent();
  const { title = '', file = '', problems = [] } = (await inspectPath(path, index)) ?? {};
  const errors = problems.filter(({ severity }) => severity === 'error');
  const known = lastGood.get(toKey(path));
  // Readers have what was there before.
  if (index.audience === 'public' && !known) return showMissing(path);
  reportIndex(index);
  reportText(file, problems);
  const { section, content } = await openFrame(<BrokenDocumentPage title={title} problems={errors} />);
  const frame = section && { section };
  if (!known) {
    const { tree, slots } = await flatten(content);
    return { ...frame, answer: { kind: 'broken', page: tree, problems: null }, slots };
  }
  const slots = await findSlots(known.slots);
  const page = withoutSlots(known.tree, (slot) => slots.has(slot));
  if (index.audience === 'public')
    return { ...frame, answer: { kind: 'shown', page, problems: null }, slots };
  return { ...frame, answer: { kind: 'broken', page, problems: await listErrors(errors) }, slots };
}

async function listErrors(errors: readonly Problem[]) {
  const list = (
    <section className="live-problems" aria-label="What keeps this page from being shown">
      <ProblemList problems={errors} />
    </section>
  );
  return (await flatten(list)).tree;
}

/** Those slots whose components are still there: the bundler gives no browser any others. */
async function findSlots(slots: Flattened['slots']): Promise<ReadonlyMap<string, ReactElement>> {
  if (slots.size === 0) return slots;
  const modules = await Promise.all(Object.values(postComponents).map((load) => load().catch(() => ({}))));
  const names = new Set(modules.flatMap((module) => Object.values(module).map(getClientName)));
  return new Map([...slots].filter(([, { type }]) => names.has(getClientName(type))));
}
