'use client';

import { useRouter } from 'next/navigation';
import { createElement, Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { FlatNode } from '@/lib/dev/flatten';
import type { LiveAnswer, LiveContent } from '@/lib/dev/live-answer';

type Slots = Readonly<Record<string, ReactNode>>;

interface LiveMainProps {
  /** The page as the server made it: `LiveContent`. */
  json: string;
  /** What it shows that runs in browsers. */
  slots: Slots;
}

/** A page whose parts are exchanged when the content changes, without asking the framework. */
export function LiveMain({ json, slots }: LiveMainProps) {
  const router = useRouter();
  const [latest, setLatest] = useState({ slots, shown: json });
  const isFirst = useRef(true);
  // The framework brought a page, be it the same.
  if (latest.slots !== slots) setLatest({ slots, shown: json });
  useEffect(() => {
    asked += 1;
    pages += 1;
    const brought: LiveContent = JSON.parse(json);
    show = async () => {
      asked += 1;
      const [own, ownPage] = [asked, pages];
      const response = await fetch(`/live/tree?path=${encodeURIComponent(location.pathname)}`);
      if (!response.ok) return 'unknown';
      const shown = await response.text();
      const answer: LiveAnswer = JSON.parse(shown);
      // Something newer is shown, or on its way.
      if (own !== asked) return ownPage === pages ? 'outdated' : 'shown';
      if (answer.kind === 'moved') {
        router.replace(answer.to);
        return 'shown';
      }
      if (![...listSlots(answer.page)].every((slot) => slot in slots)) return 'unknown';
      setLatest((known) => ({ ...known, shown }));
      return hasSameFrame(answer, brought) ? 'complete' : 'shown';
    };
    // The framework may have begun with this page before the last change.
    if (isFirst.current) isFirst.current = false;
    else void showLatest();
    return () => {
      show = undefined;
    };
  }, [router, slots, json]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever the new page is.
  useEffect(() => notify?.(), [slots]);
  const opened = useRef(json);
  useEffect(() => {
    const { kind }: LiveContent = JSON.parse(opened.current);
    if (kind !== 'broken') return;
    const timers = AGAIN.map((delay) => setTimeout(() => askAgain?.(), delay));
    return () => timers.forEach(clearTimeout);
  }, []);
  const { kind, page, problems } = useMemo((): LiveContent => JSON.parse(latest.shown), [latest.shown]);
  useEffect(() => {
    document.querySelector('main')?.toggleAttribute('data-stale', kind === 'broken' && problems !== null);
  }, [kind, problems]);
  const above = useMemo(() => toNode(problems, {}), [problems]);
  const content = useMemo(() => toNode(page, slots), [page, slots]);
  return (
    <>
      {above}
      {content}
    </>
  );
}

/** Milliseconds after which a page that was broken when it was opened is asked for again: the bundler may be later than the content. */
const AGAIN = [1000, 3000];

let askAgain: (() => void) | undefined;

/** Calls a listener when the page is to be asked for again; one at a time. Returns how to stop. */
export function onBroken(listener: () => void): () => void {
  askAgain = listener;
  return () => {
    askAgain = undefined;
  };
}

let notify: (() => void) | undefined;

/** Calls a listener whenever the framework brings a page; one at a time. Returns how to stop. */
export function onPage(listener: () => void): () => void {
  notify = listener;
  return () => {
    notify = undefined;
  };
}

let asked = 0;
/** How many the framework has brought. */
let pages = 0;
let show: (() => Promise<Outcome>) | undefined;

/** What is to be asked of the framework: nothing, what a later call finds, what is around the page, or all of it at once. */
export type Outcome = 'complete' | 'outdated' | 'shown' | 'unknown';

/** Shows the page as it is now. */
export async function showLatest(): Promise<Outcome> {
  return (await show?.().catch(() => 'unknown' as const)) ?? 'unknown';
}

function hasSameFrame(answer: LiveContent, brought: LiveContent): boolean {
  const areShown = answer.kind === 'shown' && brought.kind === 'shown';
  return areShown && answer.frame !== undefined && answer.frame === brought.frame;
}

function toNode(node: FlatNode, slots: Slots): ReactNode {
  if (node === null || typeof node === 'string') return node;
  if (isList(node)) return node.map((part) => toNode(part, slots));
  if ('slot' in node)
    return createElement(Fragment, node.key === undefined ? null : { key: node.key }, slots[node.slot]);
  const { type, key, props, children } = node;
  const parts =
    children === null
      ? []
      : isList(children)
        ? children.map((part) => toNode(part, slots))
        : [toNode(children, slots)];
  return createElement(type || Fragment, key === undefined ? props : { ...props, key }, ...parts);
}

function* listSlots(node: FlatNode): Generator<string> {
  if (node === null || typeof node === 'string') return;
  if (isList(node)) for (const part of node) yield* listSlots(part);
  else if ('slot' in node) yield node.slot;
  else yield* listSlots(node.children);
}

function isList(node: FlatNode): node is readonly FlatNode[] {
  return Array.isArray(node);
}
