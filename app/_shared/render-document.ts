import { postComponents } from '@post-components';
import { createMdxComponents } from '@/components/mdx';
import { getContent } from '@/lib/content/posts';
import { ContentError, type Problem } from '@/lib/content/problems';
import { getSectionOf } from '@/lib/content/sections';
import type { Document } from '@/lib/content/types';
import { type Rendered, renderDocument } from '@/lib/markdown/render/render';
import { findVariants } from '@/lib/views/pictures';

type Outcome =
  | ({ readonly ok: true } & Rendered)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The body of a post that has a page, by its slug. In development a broken one gives its problems; else it throws. */
export function renderPostBody(slug: string): Promise<Outcome> {
  return renderBody(getContent().postsBySlug.get(slug));
}

/** The same of a page that is not a post. */
export function renderPageBody(slug: string): Promise<Outcome> {
  return renderBody(getContent().pages.get(slug));
}

async function renderBody(document: Document | undefined): Promise<Outcome> {
  if (!document) throw new Error('There is no such document.');
  try {
    const index = getSectionOf(getContent(), document);
    const rendered = await renderDocument(
      document,
      index,
      createMdxComponents(index.strings),
      loadPostComponents,
      findVariants,
    );
    return { ok: true, ...rendered };
  } catch (error) {
    if (process.env.NODE_ENV !== 'production' && error instanceof ContentError)
      return { ok: false, problems: error.problems };
    throw error;
  }
}

/** A file of components in a content folder, as the bundler knows it. */
export function loadPostComponents(file: string) {
  return postComponents[file]?.();
}
