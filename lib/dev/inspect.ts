import { checkDocument } from '../checks/check-content';
import type { ContentIndex } from '../content/content-index';
import type { Problem } from '../content/problems';
import type { Document, Post, PostState } from '../content/types';
import { dayOf } from '../dates';
import { absoluteUrl, pagePath, postPath } from '../urls';

/** What an author wants to know of the page at hand. */
export interface Inspection {
  readonly kind: 'post' | 'page';
  readonly title: string;
  readonly description: string;
  /** Absolute address the page will have online. */
  readonly url: string;
  /** Relative to the content folder. */
  readonly file: string;
  readonly state?: PostState;
  /** Day on which it appears, or appeared. */
  readonly day?: string;
  readonly words?: number;
  readonly minutes?: number;
  readonly problems: readonly Problem[];
}

/** The facts of the post or page at a decoded path; undefined for pages that no content file makes. */
export async function inspectPath(path: string, index: ContentIndex): Promise<Inspection | undefined> {
  const document = findDocument(path, index);
  if (!document) return inspectBroken(path, index);
  const { title, description, file } = document;
  return {
    kind: isPost(document) ? 'post' : 'page',
    title,
    description,
    file,
    url: absoluteUrl(index.site.url, isPost(document) ? postPath(document.slug) : pagePath(document.slug)),
    ...(isPost(document) ? describePost(document) : {}),
    problems: await checkDocument(file, index),
  };
}

function findDocument(path: string, index: ContentIndex): Document | undefined {
  const slug = /^\/posts\/([^/]+)$/.exec(path)?.[1];
  return slug === undefined ? index.pages.get(path.slice(1)) : index.postsBySlug.get(slug);
}

async function inspectBroken(path: string, index: ContentIndex): Promise<Inspection | undefined> {
  const name = path.split('/').at(-1) ?? '';
  const kind = path.startsWith('/posts/') ? 'post' : 'page';
  const broken = index.broken.find((document) => document.kind === kind && document.slug === name);
  if (!broken) return undefined;
  const { slug, file } = broken;
  const problems = await checkDocument(file, index);
  return { kind, title: slug, description: '', url: absoluteUrl(index.site.url, path), file, problems };
}

function describePost({ state, date, words, minutes }: Post) {
  return { state, words, minutes, ...(date === undefined ? {} : { day: dayOf(date) }) };
}

function isPost(document: Document): document is Post {
  return 'state' in document;
}
