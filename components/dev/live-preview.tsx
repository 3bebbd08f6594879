'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { onBroken, onPage, showLatest } from './live-main';

/** Name of the channel on which the tab that listens to the server notifies the others, and of the lock it holds. */
const CHANNEL = 'colophon-live';

/** Milliseconds without a change after which the framework brings the rest of the page where that changed: its head, the site's title. */
const SETTLED = 300;

/**
 * Shows the page anew when the content changed: React replaces what differs, so scroll position, open details and
 * chosen tabs stay. `onChange` is called too. One tab listens for all: browsers allow six such lines to a server. `seen` is how
 * often the content had changed when the page was made or inspected. Returns how to show it anew at any time;
 * `isWhole` brings what is around its main part too, even where the server knows of no difference there.
 */
export function useLivePreview(onChange: () => void, seen: RefObject<number>): (isWhole?: boolean) => void {
  const router = useRouter();
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What it brings may have been made before the last change.
  const isAsked = useRef(false);
  const refresh = useCallback(
    async (isWhole = false) => {
      clearTimeout(settling.current);
      // Until that is there, later changes do not take the page for complete.
      if (isWhole) isAsked.current = true;
      const outcome = await showLatest();
      if (outcome === 'outdated') return;
      onChange();
      clearTimeout(settling.current);
      if (outcome === 'complete' && !isAsked.current) return;
      const ask = () => {
        isAsked.current = true;
        router.refresh();
      };
      settling.current = setTimeout(ask, outcome === 'unknown' ? 0 : SETTLED);
    },
    [router, onChange],
  );
  useEffect(() => {
    let isStale = false;
    const changed = () => {
      isStale = document.hidden;
      if (!isStale) refresh();
    };
    const showStale = () => {
      if (isStale && !document.hidden) changed();
    };
    const stopNotices = onPage(() => {
      isAsked.current = false;
      onChange();
    });
    const stopAsking = onBroken(refresh);
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = changed;
    document.addEventListener('visibilitychange', showStale);
    const stopListening = listen(
      () => seen.current,
      () => {
        channel.postMessage('changed');
        changed();
      },
    );
    return () => {
      stopListening();
      stopNotices();
      stopAsking();
      clearTimeout(settling.current);
      channel.close();
      document.removeEventListener('visibilitychange', showStale);
    };
  }, [refresh, onChange, seen]);
  return refresh;
}

/** Waits until no other tab listens, then listens. */
function listen(getSeen: () => number, changed: () => void): () => void {
  const stopped = new AbortController();
  const hold = () =>
    new Promise<void>((release) => {
      // The lock may come after it is no longer wanted.
      if (stopped.signal.aborted) return release();
      const events = new EventSource('/live');
      events.onmessage = changed;
      // What was saved before the line was open nobody has reported.
      events.addEventListener('count', ({ data }) => {
        if (Number(data) !== getSeen()) changed();
      });
      // The server was away: what changed meanwhile it has reported to nobody.
      let wasLost = false;
      events.onerror = () => {
        wasLost = true;
      };
      events.onopen = () => {
        if (wasLost) changed();
        wasLost = false;
      };
      stopped.signal.addEventListener('abort', () => {
        events.close();
        release();
      });
    });
  navigator.locks.request(CHANNEL, { signal: stopped.signal }, hold).catch(() => undefined);
  return () => stopped.abort();
}
