import { identifyBuild } from './snapshot';

/** One look at one file; not every file system reports changes by itself. Milliseconds. */
const CHECKED_EVERY = 500;

/**
 * Calls `onBuild` whenever another complete build stands in `buildFolder` than the one `known` identifies, one call after the
 * other, and again where it fails. It gives the build it found. Returns what ends all this.
 */
export function watchBuild(
  buildFolder: string,
  known: string | undefined,
  onBuild: () => Promise<string | undefined>,
): () => void {
  let last = known;
  let isBusy = false;
  const check = async () => {
    const found = await identifyBuild(buildFolder);
    if (found !== undefined && found !== last) last = await onBuild();
  };
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    // Replaced once more meanwhile, most likely: the next look finds out.
    check()
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  }, CHECKED_EVERY).unref();
  return () => clearInterval(timer);
}
