import type { ContentIndex } from '../content/content-index';
import { postPath } from '../urls';

/**
 * Asks the server for what its author will want after the first page, so that it is compiled by then: the newest post
 * and what the tools need of it. One after the other, since the author may be faster.
 */
export async function warmUp({ posts }: ContentIndex, port: string): Promise<void> {
  const slug = posts[0]?.slug;
  if (slug === undefined) return;
  const paths = [
    postPath(slug),
    `/live/tree?${new URLSearchParams({ path: postPath(slug) })}`,
    `/desk/inspect?${new URLSearchParams({ path: postPath(slug) })}`,
  ];
  for (const path of paths) {
    const response = await fetch(`http://localhost:${port}${path}`).catch(() => undefined);
    await response?.arrayBuffer();
  }
}
