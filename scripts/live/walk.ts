import type { Page, Response } from 'playwright';
import { collectShown, listDifferences, readShown, type Shown } from './shown-page';
import { type Sequence, takeStep } from './steps';
import { restore, type WalkedBlog } from './walked-blog';

interface Walk {
  readonly url: string;
  readonly blog: WalkedBlog;
  /** The page that stays open. */
  readonly page: Page;
  /** Another tab, for fresh visits. */
  readonly fresh: Page;
  /** Milliseconds after a step within which the open page has to be right. */
  readonly limit: number;
}

/** What went on: each step, and the last is followed by what was wrong after it. */
export interface Outcome {
  readonly log: readonly string[];
  readonly faults: readonly string[];
  /** The steps after which the page was right, but too late. */
  readonly late: readonly string[];
  /** Milliseconds from each step to the last change of the open page. */
  readonly times: readonly number[];
}

/** Takes the steps of a sequence while a page is open, up to the first after which it is not what a fresh visit shows. */
export async function walk(sequence: Sequence, walk: Walk): Promise<Outcome> {
  const outcome = { log: [`open ${sequence.open}`], late: [], times: [] };
  const faults = await takeSteps(sequence, walk, outcome).catch((error: unknown) => [String(error)]);
  return { ...outcome, faults };
}

async function takeSteps(
  { open, steps }: Sequence,
  walk: Walk,
  { log, late, times }: { log: string[]; late: string[]; times: number[] },
): Promise<string[]> {
  const { blog, page } = walk;
  restore(blog);
  const start = await settle(walk, open);
  if (start.length > 0) return start;
  for (const step of steps) {
    const saved = Date.now();
    const done = takeStep(blog, open, step);
    if (done === undefined) continue;
    log.push(done);
    await awaitChange(page, saved, walk.limit);
    const faults = await compare(walk, open);
    const { changed, isSame } = await page.evaluate(readMark);
    const time = Math.max(changed - saved, 0);
    if (!isSame && !mayReload(open)) faults.push('The page was loaded anew.');
    if (!isSame) await markDocument(page);
    if (faults.length > 0) return faults;
    if (time > walk.limit) late.push(`${done}: right after ${time} ms`);
    if (time > 0) times.push(time);
  }
  return [];
}

/** Opens a page. What the bundler makes of the restored files may load it anew, and that a few times, but not for ever. */
async function settle(walk: Walk, open: string): Promise<string[]> {
  const { url, page } = walk;
  let found = ['The page is loaded again and again.'];
  for (let tries = 0; tries < 5; tries++) {
    const isSettled = async () => {
      await visit(page, url + open);
      await markDocument(page);
      found = await compare(walk, open);
      return (await page.evaluate(readMark)).isSame;
    };
    // It was loaded anew while it was looked at.
    if (await isSettled().catch(() => false)) return found;
  }
  return found.length > 0 ? found : ['The page is loaded again and again.'];
}

/** Until the open page has changed, or cannot be in time any more: a visit beside it would make it wait. */
async function awaitChange(page: Page, saved: number, limit: number): Promise<void> {
  const timeout = Math.min(limit, 1000);
  const hasChanged = (since: number) =>
    ((Reflect.get(window, 'walkMark') as { changed: number } | undefined)?.changed ?? since) >= since;
  await page.waitForFunction(hasChanged, saved, { timeout }).catch(() => undefined);
}

/** Milliseconds; what is not there by then does not come, unless more are permitted. When it came the page itself notes. */
const GIVE_UP = 8000;

async function compare({ url, page, fresh, limit }: Walk, open: string): Promise<string[]> {
  await visit(fresh, url + open);
  const deadline = Date.now() + Math.max(GIVE_UP, limit);
  for (;;) {
    const isLate = Date.now() > deadline;
    // While it is loaded there is nothing to read.
    const [shown, wanted] = [await tryToRead(page), await tryToRead(fresh)];
    if (!shown || !wanted) {
      if (isLate) return ['A page is loaded again and again.'];
      continue;
    }
    const differences = listDifferences(shown, wanted);
    if (differences.length === 0 || isLate) return differences;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * The bundler of Next loads a page anew where code of the author runs in it and stops being components: it has no way to take it
 * out of a page. No other page has a reason to be loaded anew.
 */
function mayReload(open: string): boolean {
  return open.includes('walk-count');
}

function tryToRead(page: Page): Promise<Shown | undefined> {
  return readShown(page).catch(() => undefined);
}

/** Goes to a page and waits until its bar has its facts. */
async function visit(page: Page, address: string): Promise<void> {
  const isFacts = (response: Response) => response.url().includes('/desk/inspect');
  // The first visits wait for the bundler.
  const inspected = page.waitForResponse(isFacts, { timeout: 120_000 });
  await Promise.all([inspected, goTo(page, address)]);
}

/**
 * A page that is just being loaded anew gets in the way: it is waited for, since a visit that begins meanwhile is interrupted by it,
 * and the next by that visit.
 */
async function goTo(page: Page, address: string): Promise<void> {
  const timeout = 120_000;
  await page.goto(address, { timeout }).catch(async () => {
    await page.waitForLoadState('load', { timeout });
    if (page.url() !== address) await page.goto(address, { timeout });
  });
}

/** Notes in a page when what it shows has changed last: what the framework writes beside that does not count. */
function markDocument(page: Page): Promise<void> {
  return page.evaluate(`(${noteChanges})(${collectShown})`);
}

function noteChanges(collect: () => Shown) {
  const mark = { changed: 0 };
  Object.assign(window, { walkMark: mark });
  let shown = JSON.stringify(collect());
  const observer = new MutationObserver(() => {
    const now = JSON.stringify(collect());
    if (now === shown) return;
    shown = now;
    mark.changed = Date.now();
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

function readMark() {
  const mark = Reflect.get(window, 'walkMark') as { changed: number } | undefined;
  return { isSame: mark !== undefined, changed: mark?.changed ?? 0 };
}
