import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { getBodyKey } from '../markdown/render/body-key';
import type { Message } from '../site/strings/messages';
import { absoluteUrl, postPath } from '../urls';

export interface MarkdownExportView {
  readonly slug: string;
  /** Absolute URL of the original. */
  readonly original: string;
  /** Absolute URL of the post's page. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly date?: string;
  readonly updated?: string;
  readonly revisions?: Post['revisions'];
  readonly canonical?: string;
  readonly lang: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** What stands in the place of a component that works on the page only. */
  readonly pageOnly: Message;
  /** Key of the rendered text. */
  readonly body: string;
}

/** The view of a post as Markdown; undefined where there is none. */
export async function viewMarkdownExport(
  index: ContentIndex,
  slug: string,
): Promise<MarkdownExportView | undefined> {
  const post = index.postsBySlug.get(slug);
  if (!post) return undefined;
  const { title, description, date, updated, revisions, canonical, lang = index.site.language } = post;
  const url = absoluteUrl(index.site.url, postPath(slug));
  return {
    ...{ slug, url, original: canonical ?? url, title, description, lang },
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(revisions.length > 0 && { revisions }),
    ...(canonical !== undefined && { canonical }),
    authors: post.authors.map(({ name }) => name),
    tags: post.tags.map(({ label }) => label),
    pageOnly: index.strings.messages.pageOnly,
    body: await getBodyKey(post, index),
  };
}
