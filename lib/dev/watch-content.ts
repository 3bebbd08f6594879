import path from 'node:path';
import { createProcessState } from '../cache/process-cache';
import { getContentFolder, trustWatcher } from '../content/posts';
import { pollFolder, watchFolder } from './watch-folder';

/** Called after something in the content folder changed, with the changed files: relative paths, forward slashes. */
export type Listener = (files: ReadonlySet<string>) => void;

/** Changes that come within this many milliseconds are reported as one: an editor saves in several steps. */
const GATHER = 10;

/**
 * Reports every change in the content folder from now on; returns how to stop. One watcher serves all listeners.
 * `WATCH_POLL` in the environment (milliseconds) looks at the files instead, for folders on network disks.
 */
export function watchContent(listener: Listener): () => void {
  const root = getContentFolder();
  const watcher = createProcessState(`watcher of ${root}`, () => startWatcher(root));
  watcher.listeners.add(listener);
  return () => {
    watcher.listeners.delete(listener);
  };
}

/** Counts the changes since the server began to watch: a page made at another count may be an older one. */
export function countChanges(): number {
  return state.changes;
}

/** Counts those that a page which is made now shows in all its parts, and that the bundler is done with. */
export function countSettledChanges(): number {
  return state.changes - state.recent.filter(isRecent).length;
}

function isRecent(time: number): boolean {
  return performance.now() - time < SETTLED;
}

/** Milliseconds: the parts of a page are made one after the other, and the bundler follows the files. */
const SETTLED = 2000;

const state = createProcessState('changes of the content', () => ({ changes: 0, recent: [] as number[] }));

interface Watcher {
  readonly listeners: Set<Listener>;
}

function startWatcher(root: string): Watcher {
  const listeners = new Set<Listener>();
  let gathered = new Set<string>();
  const notify = () => {
    const files = gathered;
    gathered = new Set();
    for (const listener of listeners) listener(files);
  };
  const { markChanged } = trustWatcher(root);
  const changed = (file: string) => {
    markChanged();
    state.changes += 1;
    state.recent = [...state.recent.filter(isRecent), performance.now()];
    if (gathered.size === 0) setTimeout(notify, GATHER);
    gathered.add(path.relative(root, file).split(path.sep).join('/'));
  };
  start(root, changed);
  return { listeners };
}

function start(root: string, changed: (file: string) => void): void {
  const interval = Number(process.env.WATCH_POLL) || 0;
  let isPolled = false;
  const lost = (error: unknown) => {
    if (isPolled) return;
    isPolled = true;
    console.warn(
      `The content cannot be watched (${String(error)}): every file is looked at once a second instead.`,
    );
    pollFolder(root, 1000, changed);
  };
  try {
    if (interval > 0) pollFolder(root, interval, changed);
    else watchFolder(root, changed, lost);
  } catch (error) {
    lost(error);
  }
}
