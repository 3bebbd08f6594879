'use client';

import { createElement, Fragment, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { FlatNode } from '@/lib/dev/flatten';

interface LiveMainProps {
  /** What to ask `/live/tree` for. */
  query: string;
  /** The page as the server made it: a `FlatNode`. */
  json: string;
}

/** A page whose parts are exchanged when the content changes, without asking the framework. */
export function LiveMain({ query, json }: LiveMainProps) {
  const [latest, setLatest] = useState({ given: json, shown: json });
  // The framework brought a newer page.
  if (latest.given !== json) setLatest({ given: json, shown: json });
  useEffect(() => {
    let count = 0;
    show = async () => {
      count += 1;
      const own = count;
      const response = await fetch(`/live/tree?${query}`);
      if (!response.ok) return false;
      const shown = await response.text();
      if (own === count) setLatest((known) => ({ ...known, shown }));
      return true;
    };
    return () => {
      show = undefined;
    };
  }, [query]);
  return useMemo(() => toNode(JSON.parse(latest.shown)), [latest.shown]);
}

let show: (() => Promise<boolean>) | undefined;

/** Shows the page as it is now. False where it takes the framework to show it. */
export async function showLatest(): Promise<boolean> {
  return (await show?.().catch(() => false)) ?? false;
}

function toNode(node: FlatNode): ReactNode {
  if (node === null || typeof node === 'string') return node;
  if (isList(node)) return node.map(toNode);
  const { type, key, props, children } = node;
  const parts = children === null ? [] : isList(children) ? children.map(toNode) : [toNode(children)];
  return createElement(type || Fragment, key === undefined ? props : { ...props, key }, ...parts);
}

function isList(node: FlatNode): node is readonly FlatNode[] {
  return Array.isArray(node);
}
