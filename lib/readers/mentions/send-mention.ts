import { FetchError, type FetchOptions, fetchPage } from './fetch-page';
import { findEndpoint } from './find-endpoint';
import type { SentState } from './plan-mentions';

export type Discovered =
  | { readonly state: 'found'; readonly endpoint: string }
  | { readonly state: Extract<SentState, 'none' | 'away'>; readonly message: string };

/** Asks a page where it wants to be reported links to it. */
export async function discoverEndpoint(target: string, options: FetchOptions): Promise<Discovered> {
  try {
    const page = await fetchPage(target, { ...options, takesAll: true });
    if (page.status === 429 || page.status >= 500)
      return { state: 'away', message: `is answered with ${page.status}` };
    const endpoint = page.status < 300 ? findEndpoint(page) : undefined;
    return endpoint === undefined
      ? {
          state: 'none',
          message: page.status < 300 ? 'takes no mentions' : `is answered with ${page.status}`,
        }
      : { state: 'found', endpoint };
  } catch (error) {
    return toFailure(error, 'none');
  }
}

export interface SendResult {
  readonly state: Extract<SentState, 'sent' | 'failed' | 'away'>;
  readonly message: string;
}

/** Reports to an endpoint that a page links to another (Webmention, 3.1.3). */
export async function sendMention(
  endpoint: string,
  { source, target }: { readonly source: string; readonly target: string },
  options: FetchOptions,
): Promise<SendResult> {
  try {
    const form = new URLSearchParams({ source, target });
    const { status } = await fetchPage(endpoint, { ...options, form });
    const message = `answered with ${status}`;
    if (status >= 200 && status < 300) return { state: 'sent', message };
    return { state: status === 429 || status >= 500 ? 'away' : 'failed', message };
  } catch (error) {
    return toFailure(error, 'failed');
  }
}

function toFailure<State>(error: unknown, otherwise: State): { state: State | 'away'; message: string } {
  if (!(error instanceof FetchError)) throw error;
  const isPassing = error.fault === 'slow' || error.fault === 'unreachable';
  return { state: isPassing ? 'away' : otherwise, message: error.message };
}
