import { setTimeout as wait } from 'node:timers/promises';

/** How long it is tried again, in milliseconds: as long as a file waits for whoever has locked it. */
const MAX_TIME = 5000;

/** Between two tries, at random: several that met once do not meet again. */
const MAX_PAUSE = 50;

/**
 * Runs what changes the database again where nothing was changed, since somebody else was writing: a server of libSQL says so at once.
 * Rejects as `run` does where it fails otherwise, or for too long.
 */
export async function retryWhileBusy<Result>(run: () => Promise<Result>, time = MAX_TIME): Promise<Result> {
  const until = Date.now() + time;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      await wait(Math.random() * MAX_PAUSE);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
