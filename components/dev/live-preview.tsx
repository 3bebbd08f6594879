'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { showLatest } from './live-main';

/** Name of the channel on which the tab that listens to the server notifies the others, and of the lock it holds. */
const CHANNEL = 'colophon-live';

/** Milliseconds without a change after which the framework brings the rest of the page: its head, the site's title. */
const SETTLED = 300;

/**
 * Shows the page anew when the content changed: React replaces what differs, so scroll position, open details and
 * chosen tabs stay. `onChange` is called too. One tab listens for all: browsers allow six such lines to a server.
 */
export function useLivePreview(onChange: () => void): void {
  const router = useRouter();
  useEffect(() => {
    let isStale = false;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const refresh = async () => {
      isStale = document.hidden;
      if (isStale) return;
      clearTimeout(settling);
      const isShown = await showLatest();
      clearTimeout(settling);
      settling = setTimeout(
        () => {
          router.refresh();
          onChange();
        },
        isShown ? SETTLED : 0,
      );
    };
    const showStale = () => {
      if (isStale && !document.hidden) refresh();
    };
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = refresh;
    document.addEventListener('visibilitychange', showStale);
    const stopListening = listen(() => {
      channel.postMessage('changed');
      refresh();
    });
    return () => {
      stopListening();
      clearTimeout(settling);
      channel.close();
      document.removeEventListener('visibilitychange', showStale);
    };
  }, [router, onChange]);
}

/** Waits until no other tab listens, then listens. */
function listen(changed: () => void): () => void {
  const stopped = new AbortController();
  const hold = () =>
    new Promise<void>((release) => {
      // The lock may come after it is no longer wanted.
      if (stopped.signal.aborted) return release();
      const events = new EventSource('/live');
      events.onmessage = changed;
      stopped.signal.addEventListener('abort', () => {
        events.close();
        release();
      });
    });
  navigator.locks.request(CHANNEL, { signal: stopped.signal }, hold).catch(() => undefined);
  return () => stopped.abort();
}
