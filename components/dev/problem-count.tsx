'use client';

import { useEffect, useState } from 'react';
import type { ProblemCounts } from '@/lib/dev/count-problems';

interface ProblemCountProps {
  /** Relative to the content folder. */
  file: string;
  /** Changes with the content. */
  state: string;
}

/** How many problems a post has. They are counted after the desk is shown: it takes a while to look at every text. */
export function ProblemCount({ file, state }: ProblemCountProps) {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let isWanted = true;
    getCounts(state).then(
      (counts) => isWanted && setCount(counts[file] ?? 0),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [file, state]);
  // Its own element, so that it can be known for a part of the page that comes later.
  return <span data-unsettled="">{count === undefined ? '…' : count || '–'}</span>;
}

let asked: { readonly state: string; readonly counts: Promise<ProblemCounts> } | undefined;

/** Asked once for all rows. */
function getCounts(state: string): Promise<ProblemCounts> {
  if (asked?.state !== state) {
    asked = { state, counts: fetch('/desk/problems').then((response) => response.json()) };
  }
  return asked.counts;
}
