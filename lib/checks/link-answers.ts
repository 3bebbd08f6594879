import { createDiskCache } from '../cache/disk-cache';
import type { Answers } from './fetch-links';

const disk = createDiskCache('links', 'lib/checks/link-answers.ts');

/** One entry for all answers. */
const KEY = 'all';

const DAY = 24 * 60 * 60 * 1000;
/** How long an answer counts, in milliseconds: a site that is down today may be up tomorrow. */
const LIFE = { good: 7 * DAY, bad: DAY };

type Kept = Record<string, { readonly fault: string; readonly at: number }>;

/** Answers of other sites that are young enough to be believed. */
export function readAnswers(now = Date.now()): Answers {
  return new Map(Object.entries(read(now)).map(([url, { fault }]) => [url, fault]));
}

/** Keeps answers for the next run; those kept already keep their age. */
export function writeAnswers(answers: Answers, now = Date.now()): void {
  const kept = read(now);
  for (const [url, fault] of answers) kept[url] ??= { fault, at: now };
  disk.write(KEY, JSON.stringify(kept));
}

function read(now: number): Kept {
  const kept = JSON.parse(disk.read(KEY)?.toString('utf8') ?? '{}') as Kept;
  return Object.fromEntries(
    Object.entries(kept).filter(([, { fault, at }]) => now - at < (fault === '' ? LIFE.good : LIFE.bad)),
  );
}
