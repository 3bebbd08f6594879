import { AsyncLocalStorage } from 'node:async_hooks';
import { createProcessState } from '../cache/process-cache';
import { todayIn } from '../dates';
import { isPreviewDeployment } from '../site/deployment';
import type { Site } from '../site/site';
import { buildIndex } from './build-index';
import { getContentFolder, getFiles } from './content-files';
import type { BrokenDocument, ContentIndex } from './content-index';
import { keepYaml } from './known-yaml';
import type { ContentFiles } from './read';
import { parseSettings } from './settings';
import type { Audience } from './state';
import type { Page, Post } from './types';

export { getContentFolder, getFiles } from './content-files';

/**
 * The index of the whole content: the one door to posts. In production it is read and built once per process; in
 * development what changed on the disk since the last call is read again.
 */
export function getContent(): ContentIndex {
  if (process.env.NODE_ENV !== 'production') return loadContent(getAudience());
  memory.index ??= loadContent(getAudience());
  return memory.index;
}

/**
 * Whom this process shows the site: its author in development, everybody in production. A preview deployment of
 * Vercel shows everybody what its author sees, where `previewDrafts` in the settings asks for it.
 */
export function getAudience(): Audience {
  if (process.env.NODE_ENV !== 'production') return memory.audience.getStore() ?? 'author';
  if (!isPreviewDeployment()) return 'public';
  return parseSettings(getFiles().site).site.previewDrafts ? 'author' : 'public';
}

/** Does something for another audience in development: for an author who looks at the site as its readers see it. */
export function runFor<T>(audience: Audience, work: () => T): T {
  return memory.audience.run(audience, work);
}

/** Reads and indexes the content folder now, for a given audience. */
export function loadContent(audience: Audience): ContentIndex {
  const last = memory.built.get(audience);
  const root = getContentFolder();
  if (last?.isCurrent && last.index.root === root && last.day === getToday(last.index.site.timeZone))
    return last.index;
  // Asked before reading: a change that comes while reading is reported again.
  const isCurrent = memory.watched === root;
  const files = getFiles();
  const { site } = parseSettings(files.site);
  const day = getToday(site.timeZone);
  const key = [day, ...listVersions(files)];
  const index = last && isSame(last.key, key) ? last.index : buildIndex(files, day, audience);
  keepYaml();
  memory.built.set(audience, { index, key, day, isCurrent });
  return index;
}

/**
 * From now on the content in the folder `root` counts as unchanged until the watcher that calls this says otherwise; without a
 * watcher each reading looks at every file.
 */
export function trustWatcher(root: string): { markChanged(): void } {
  memory.watched = root;
  return {
    markChanged: () => {
      for (const built of memory.built.values()) built.isCurrent = false;
    },
  };
}

/** Today in the site's time zone; `TODAY` in the environment (`YYYY-MM-DD`) fixes it for a whole build. */
export function getToday(timeZone: string): string {
  return process.env.TODAY || todayIn(timeZone, new Date());
}

export function getSite(): Site {
  return getContent().site;
}

/** Listed posts, newest first. */
export function getPosts(): readonly Post[] {
  return getContent().posts;
}

/** A post that has a page, by its slug. */
export function getPost(slug: string): Post | undefined {
  return getContent().postsBySlug.get(slug);
}

/** A page that is not a post, by its slug. */
export function getPage(slug: string): Page | undefined {
  return getContent().pages.get(slug);
}

/** The problems that keep a post or page from being shown, if there are any. Development only. */
export function getBroken(kind: BrokenDocument['kind'], slug: string): BrokenDocument | undefined {
  return getContent().broken.find((document) => document.kind === kind && document.slug === slug);
}

interface Built {
  readonly index: ContentIndex;
  readonly key: readonly unknown[];
  readonly day: string;
  /** True while a watcher reports that nothing changed since. */
  isCurrent: boolean;
}

interface Memory {
  readonly built: Map<Audience, Built>;
  readonly audience: AsyncLocalStorage<Audience>;
  /** The content folder that a watcher watches. */
  watched?: string;
  index?: ContentIndex;
}

const memory = createProcessState(
  'content indexes',
  (): Memory => ({ built: new Map(), audience: new AsyncLocalStorage() }),
);

function listVersions(files: ContentFiles): unknown[] {
  return [
    files.root,
    ...files.posts,
    ...files.pages,
    ...files.parts,
    files.tags,
    files.authors,
    files.site,
    files.strings,
    files.style,
    files.components,
    files.problems.length,
  ];
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
