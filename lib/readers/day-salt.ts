import { createProcessCache } from '../cache/process-cache';
import type { Store } from './store';

/**
 * What addresses are hashed with today. It is made anew each day and the one before is deleted: then nobody can find out any more which
 * address a hash was made from, whoever has the database and all secrets.
 */
export function getDaySalt(store: Store, now = Date.now()): Promise<string> {
  const day = new Date(now).toISOString().slice(0, 10);
  return salts.getOrCreate(day, () => store.beginDay(day));
}

const salts = createProcessCache<string, Promise<string>>('salt of the day', { max: 1 });
