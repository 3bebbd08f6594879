import { postComponents } from '@post-components';
import { mdxComponents } from '@/components/mdx';
import { getContent } from '@/lib/content/posts';
import { ContentError, type Problem } from '@/lib/content/problems';
import type { Document } from '@/lib/content/types';
import { type Rendered, renderDocument } from '@/lib/markdown/render/render';
import { findVariants } from './pictures';

type Outcome =
  | ({ readonly ok: true } & Rendered)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A document's body with the site's components. In development a broken one gives its problems; else it throws. */
export async function renderOrProblems(document: Document): Promise<Outcome> {
  try {
    const index = getContent();
    const rendered = await renderDocument(document, index, mdxComponents, loadPostComponents, findVariants);
    return { ok: true, ...rendered };
  } catch (error) {
    if (process.env.NODE_ENV !== 'production' && error instanceof ContentError) {
      const { tellText } = await import('@/lib/dev/tell-problems');
      tellText(document.file, error.problems);
      return { ok: false, problems: error.problems };
    }
    throw error;
  }
}

/** A file of components in a content folder, as the bundler knows it. */
export function loadPostComponents(file: string) {
  return postComponents[file]?.();
}
