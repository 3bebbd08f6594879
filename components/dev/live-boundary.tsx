'use client';

import { Fragment, type ReactNode, useEffect, useState } from 'react';
import type { LiveAnswer } from '@/lib/dev/live-answer';

/** What Next writes into a page that is missing, and `app/error.tsx` into one that failed. */
const STUCK = 'meta[name="boundary-next-error"], [data-failed]';

/** Milliseconds after the framework brought something: the code of a component that was fixed may come after it. */
const TRIES = [0, 300, 1000];

/**
 * Around what Next shows where a page is missing or failed, and goes on showing whatever comes: made anew when there is
 * something else, it shows that.
 */
export function LiveBoundary({ children }: { children: ReactNode }) {
  const [generation, setGeneration] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the framework has brought something.
  useEffect(() => {
    const timers = TRIES.map((delay) =>
      setTimeout(async () => {
        if (document.querySelector(STUCK) && (await isThere())) setGeneration((last) => last + 1);
      }, delay),
    );
    return () => timers.forEach(clearTimeout);
  }, [children]);
  return <Fragment key={generation}>{children}</Fragment>;
}

async function isThere(): Promise<boolean> {
  const response = await fetch(`/live/tree?path=${encodeURIComponent(location.pathname)}`).catch(
    () => undefined,
  );
  const answer: LiveAnswer | undefined = response?.ok ? await response.json() : undefined;
  return answer !== undefined && answer.kind !== 'missing';
}
