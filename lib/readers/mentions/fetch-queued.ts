import { createProcessCache } from '../../cache/process-cache';
import type { Comment } from '../comment';
import type { ReadersPart } from '../readers-part';
import { hashToken } from '../signature';
import { type Checked, checkMention } from './check-mention';
import type { FetchOptions } from './fetch-page';
import { renderMention } from './render-mention';
import {
  keepMention,
  postponeMention,
  type QueuedMention,
  removeMention,
  takeMention,
} from './store-mentions';

const MINUTE = 60_000;

/** How long one is left to whoever took it: longer than it may take. */
const LEASE = 2 * MINUTE;

/** When what was away is tried again; after the last it is forgotten. */
const RETRIES = [5 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE];

export interface QueueOptions extends FetchOptions {
  /** Gets each mention that waits for a decision now. */
  notify(comment: Comment): Promise<void>;
  /** Gets a line about each page. */
  report?(line: string): void;
  /** Milliseconds after which no further page is begun with. */
  readonly duration?: number;
}

/**
 * Fetches the pages that wait, one after the other, and keeps what they say: one run at a time in a process. Gives how many pages
 * it were.
 */
export async function fetchQueued(part: ReadersPart, options: QueueOptions): Promise<number> {
  for (let run = runs.get('run'); run; run = runs.get('run')) await run.catch(() => undefined);
  const run = fetchAll(part, options);
  runs.set('run', run);
  try {
    return await run;
  } finally {
    runs.delete('run');
  }
}

const runs = createProcessCache<'run', Promise<number>>('pages with mentions being fetched');

async function fetchAll(part: ReadersPart, options: QueueOptions): Promise<number> {
  const end = Date.now() + (options.duration ?? MINUTE);
  let number = 0;
  while (Date.now() < end) {
    const queued = await takeMention(part.store, LEASE);
    if (!queued) break;
    await settle(part, queued, await check(queued, options), options);
    number += 1;
  }
  return number;
}

/** A page that a parser fails at says nothing against the next one. */
async function check(queued: QueuedMention, options: QueueOptions): Promise<Checked> {
  try {
    return await checkMention(queued, options);
  } catch (error) {
    return {
      state: 'refused',
      message: `${queued.source}: ${error instanceof Error ? error.message : error}`,
    };
  }
}

async function settle(
  { store }: ReadersPart,
  queued: QueuedMention,
  checked: Checked,
  { notify, report }: QueueOptions,
): Promise<void> {
  const { source, tries } = queued;
  const id = toMentionId(queued);
  const pause = RETRIES[tries - 1];
  if (checked.state === 'away' && pause !== undefined) {
    await postponeMention(store, queued, Date.now() + pause);
    report?.(`later: ${checked.message}`);
    return;
  }
  await removeMention(store, queued);
  if (checked.state === 'found') {
    const comment = toComment(queued, checked, id);
    const isHeld = await keepMention(store, comment, `mention ${new URL(source).host}`);
    report?.(`${isHeld ? 'held' : 'known'}: ${source}`);
    if (isHeld) await notify(comment);
  } else if (checked.state === 'gone') {
    const isErased = await store.erase(id);
    report?.(`${isErased ? 'erased' : 'no link'}: ${source}`);
  } else report?.(`refused: ${checked.message}`);
}

/** The same for a page and a post, however often it is reported. */
function toMentionId({ source, post }: Pick<QueuedMention, 'source' | 'post'>): string {
  return hashToken(JSON.stringify(['mention', source, post])).slice(0, 12);
}

function toComment(
  { source, post }: QueuedMention,
  { mention }: Extract<Checked, { state: 'found' }>,
  id: string,
): Comment {
  const { kind, name, url, website, text: body } = mention;
  return {
    ...{ id, post, name, body, html: renderMention({ kind, body, url }) },
    ...{ state: 'held', created: Date.now(), isByAuthor: false },
    mention: { kind, source, url, ...(website !== undefined && { website }) },
  };
}
