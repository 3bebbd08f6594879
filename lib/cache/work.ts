import { channel } from 'node:diagnostics_channel';

/** Work that is done once for a document in a process. */
export interface Work {
  readonly kind: 'compile' | 'resolve' | 'render plain';
  /** The file of the document; for a compilation its body. */
  readonly of: string;
}

/** Where such work is announced: a test counts it. Without a subscriber an announcement costs nothing. */
export const WORK = channel('colophon:work');

/** Announces work that begins. */
export function announceWork(work: Work): void {
  if (WORK.hasSubscribers) WORK.publish(work);
}
