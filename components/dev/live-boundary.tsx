'use client';

import { Fragment, type ReactNode, useEffect, useState } from 'react';
import type { LiveAnswer } from '@/lib/dev/live-answer';

/** What Next writes into a page that is missing, and `app/error.tsx` into one that failed. */
const STUCK = 'meta[name="boundary-next-error"], [data-failed]';

/** Milliseconds, each after the one before, since the framework brought something: the code of a component may come after it. */
const TRIES = [0, 300, 700, 2000, 5000];

/**
 * Around what Next shows where a page is missing or failed, and goes on showing whatever comes: made anew when there is
 * something else, it shows that.
 */
export function LiveBoundary({ children }: { children: ReactNode }) {
  const [generation, setGeneration] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the framework has brought something.
  useEffect(() => {
    let isWanted = true;
    const follow = async () => {
      for (const delay of TRIES) {
        await new Promise((resolve) => setTimeout(resolve, delay));
        if (!isWanted) return;
        const kind = document.querySelector(STUCK) ? await fetchKind() : undefined;
        if (!isWanted || kind === 'missing') return;
        if (kind) setGeneration((last) => last + 1);
      }
    };
    void follow();
    return () => {
      isWanted = false;
    };
  }, [children]);
  return <Fragment key={generation}>{children}</Fragment>;
}

/** What is there now; undefined where the server has no answer, as while it compiles. */
async function fetchKind(): Promise<LiveAnswer['kind'] | undefined> {
  const response = await fetch(`/live/tree?path=${encodeURIComponent(location.pathname)}`).catch(
    () => undefined,
  );
  const answer: LiveAnswer | undefined = response?.ok ? await response.json() : undefined;
  return answer?.kind;
}
