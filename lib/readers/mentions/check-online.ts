import { FETCH_LIMITS } from './fetch-page';
import type { PlannedMention } from './plan-mentions';
import { scanPage } from './scan-page';

/**
 * What keeps a report from being true for whoever looks at the post: that the site has not been built with it yet. Undefined where
 * nothing does. The site is the author's own, and may be in their own network.
 */
export async function checkOnline({ source, target, reason }: PlannedMention): Promise<string | undefined> {
  try {
    const response = await fetch(source, { signal: AbortSignal.timeout(FETCH_LIMITS.time) });
    const { status } = response;
    if (status === 404 || status === 410) {
      await response.body?.cancel();
      return reason === 'gone' ? undefined : 'the post is not online yet';
    }
    if (status !== 200) return `the post is answered with ${status}`;
    const isLinked = scanPage(await response.text(), response.url)?.links.has(new URL(target).href) ?? false;
    if (reason === 'gone' || reason === 'removed') return isLinked ? 'the link is still online' : undefined;
    return isLinked ? undefined : 'the link is not online yet';
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return `the post cannot be reached (${cause?.code ?? message})`;
  }
}
