import { checkDocument } from '../checks/check-content';
import type { ContentIndex } from '../content/content-index';
import { isSameProblem, type Problem } from '../content/problems';
import type { Document, Post, PostState } from '../content/types';
import { dayOf } from '../dates';
import { absoluteUrl, pagePath, postPath } from '../urls';
import { getFailure } from './failures';
import { findBroken, findDocument } from './find-document';

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
  /** Path of the social card. */
  readonly card?: string;
  readonly problems: readonly Problem[];
}

/** What the author's bar shows of a page. */
export interface PageFacts {
  /** How often the content had changed when this was found out. */
  readonly changes: number;
  /** Errors of settings, tags, authors, style and parts, which concern every page. */
  readonly settings: readonly Problem[];
  /** Absent for pages that no content file makes. */
  readonly inspection?: Inspection;
}

/** Errors that are in no post and no page. */
export function listSettingsErrors({ problems, routes }: ContentIndex): Problem[] {
  return problems.filter(({ severity, file }) => severity === 'error' && !routes.has(file));
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
    problems: await listProblems(path, file, index),
  };
}

/** What the check finds, and what only showing the page found out. */
async function listProblems(path: string, file: string, index: ContentIndex): Promise<Problem[]> {
  const found = await checkDocument(file, index);
  const others = getFailure(path).filter(
    (failure) => !found.some((problem) => isSameProblem(problem, failure)),
  );
  const hasErrors = found.some(({ severity }) => severity === 'error');
  // Where there are errors, it fails for these.
  return hasErrors ? found : [...others, ...found];
}

async function inspectBroken(path: string, index: ContentIndex): Promise<Inspection | undefined> {
  const broken = findBroken(path, index);
  if (!broken) return undefined;
  const { kind, slug, file } = broken;
  const problems = await checkDocument(file, index);
  return { kind, title: slug, description: '', url: absoluteUrl(index.site.url, path), file, problems };
}

function describePost({ state, date, words, minutes }: Post) {
  return { state, words, minutes, ...(date === undefined ? {} : { day: dayOf(date) }) };
}

function isPost(document: Document): document is Post {
  return 'state' in document;
}
