import { createProcessCache } from '../cache/process-cache';
import { Store } from './store';

/** The store of this process, and the secret that signatures are made with. */
export interface ReadersPart {
  readonly store: Store;
  readonly secret: string;
}

/** Opened when it is first needed, and again after a failure. Rejects where there is no database. */
export function getReadersPart(): Promise<ReadersPart> {
  return cache.getOrCreate('open', open);
}

const cache = createProcessCache<'open', Promise<ReadersPart>>('store of the readers');

async function open(): Promise<ReadersPart> {
  try {
    const store = await Store.open();
    return { store, secret: await store.getSecret() };
  } catch (error) {
    cache.delete('open');
    throw error;
  }
}
