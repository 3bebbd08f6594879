import { watch } from 'chokidar';
import { getContentFolder, trustWatcher } from '../content/posts';

/** Called after something in the content folder changed, with the changed files as absolute paths. */
export type Listener = (files: readonly string[]) => void;

/** Changes that come within this many milliseconds are told as one: an editor saves in several steps. */
const GATHER = 15;

/**
 * Tells of every change in the content folder from now on; returns how to stop. One watcher serves all listeners.
 * `WATCH_POLL` in the environment (milliseconds) looks at the files instead, for folders on network disks.
 */
export function watchContent(listener: Listener): () => void {
  const watcher = getWatcher();
  watcher.listeners.add(listener);
  return () => {
    watcher.listeners.delete(listener);
  };
}

interface Watcher {
  readonly listeners: Set<Listener>;
}

/** On `globalThis`: a route is loaded anew when the engine's code changes, its watcher should not be. */
const holder = globalThis as typeof globalThis & { __colophonWatcher?: Watcher };

function getWatcher(): Watcher {
  holder.__colophonWatcher ??= startWatcher();
  return holder.__colophonWatcher;
}

function startWatcher(): Watcher {
  const listeners = new Set<Listener>();
  let markChanged = () => {};
  const gathered = new Set<string>();
  const tell = () => {
    const files = [...gathered];
    gathered.clear();
    for (const listener of listeners) listener(files);
  };
  const interval = Number(process.env.WATCH_POLL) || 0;
  const watcher = watch(getContentFolder(), {
    ignoreInitial: true,
    ignored: (file) => /(^|[/\\])\.[^/\\]+$/.test(file),
    ...(interval > 0 ? { usePolling: true, interval, binaryInterval: interval } : {}),
  });
  watcher.on('ready', () => {
    ({ markChanged } = trustWatcher());
  });
  watcher.on('all', (_event, file) => {
    markChanged();
    if (gathered.size === 0) setTimeout(tell, GATHER);
    gathered.add(file);
  });
  return { listeners };
}
