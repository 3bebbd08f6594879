import { postComponents } from '@post-components';
import { mdxComponents } from '@/components/mdx';
import { getContent } from '@/lib/content/posts';
import { ContentError, type Problem } from '@/lib/content/problems';
import type { Document } from '@/lib/content/types';
import { type Rendered, renderDocument } from '@/lib/markdown/render';
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
    if (process.env.NODE_ENV === 'production' || !(error instanceof ContentError)) throw error;
    printOnce(error);
    return { ok: false, problems: error.problems };
  }
}

/** A file of components in a content folder, as the bundler knows it. */
export function loadPostComponents(file: string) {
  return postComponents[file]?.();
}

const printed = new Set<string>();

/** The terminal shows each problem once for each change that causes it. */
function printOnce(error: ContentError): void {
  if (printed.has(error.message)) return;
  printed.add(error.message);
  // Not console.error: Next would lay its own report of an error over the page, which shows the problems itself.
  process.stderr.write(`\n${error.message}\n\n`);
}
