import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store';
import { checkOnline } from './check-online';
import type { FetchOptions } from './fetch-page';
import type { PlannedMention, SentState } from './plan-mentions';
import { type Discovered, discoverEndpoint, sendMention } from './send-mention';
import { forgetSent, keepSent } from './store-sent';

export interface ReportOptions extends FetchOptions {
  /** False: other sites are asked where they take reports, and nothing is sent or kept. */
  readonly isReal: boolean;
  /** Gets a line about each link. */
  report(line: string): void;
  /** Milliseconds between two requests to one host. Absent: one second. */
  readonly pause?: number;
}

/** How many links had which end; `ready` would be sent, `offline` wait until the post is online as it is here. */
export type Reported = Readonly<Record<SentState | 'ready' | 'offline', number>>;

/** Reports links to the sites they lead to, one after the other, and keeps what became of each at once. */
export async function reportLinks(
  store: Store,
  planned: readonly PlannedMention[],
  options: ReportOptions,
): Promise<Reported> {
  const counts = { sent: 0, none: 0, failed: 0, skipped: 0, away: 0, ready: 0, offline: 0 };
  const discovered = new Map<string, Discovered>();
  const wait = createPacer(options.pause ?? 1000);
  for (const link of planned) {
    const { state, message } = await reportLink(store, link, { options, discovered, wait });
    counts[state] += 1;
    options.report(`${link.source} → ${link.target} (${link.reason}): ${message}`);
  }
  return counts;
}

interface Run {
  readonly options: ReportOptions;
  /** By target: each is asked once. */
  readonly discovered: Map<string, Discovered>;
  wait(address: string): Promise<void>;
}

interface End {
  readonly state: keyof Reported;
  readonly message: string;
}

async function reportLink(
  store: Store,
  link: PlannedMention,
  { options, discovered, wait }: Run,
): Promise<End> {
  const fault = options.isReal ? await checkOnline(link) : undefined;
  if (fault !== undefined) return { state: 'offline', message: fault };
  const { target } = link;
  if (!discovered.has(target)) {
    await wait(target);
    discovered.set(target, await discoverEndpoint(target, options));
  }
  const known = discovered.get(target);
  if (known?.state !== 'found') {
    const end: End = { state: known?.state ?? 'none', message: known?.message ?? '' };
    if (options.isReal) await keep(store, link, end.state as SentState);
    return end;
  }
  const { endpoint } = known;
  if (!options.isReal) return { state: 'ready', message: endpoint };
  await wait(endpoint);
  const { state, message } = await sendMention(endpoint, link, options);
  await keep(store, link, state, endpoint);
  return { state, message: `${endpoint} ${message}` };
}

/** Of a link that is not in a post any more nothing is kept, once that was reported. */
async function keep(
  store: Store,
  { reason, ...link }: PlannedMention,
  state: SentState,
  endpoint?: string,
): Promise<void> {
  const isLost = reason === 'removed' || reason === 'gone';
  if (!isLost) await keepSent(store, [{ ...link, state, ...(endpoint !== undefined && { endpoint }) }]);
  else if (state !== 'away') await forgetSent(store, [link]);
}

function createPacer(pause: number) {
  const last = new Map<string, number>();
  return async (address: string): Promise<void> => {
    const { host } = new URL(address);
    const due = (last.get(host) ?? 0) + pause;
    if (due > Date.now()) await sleep(due - Date.now());
    last.set(host, Date.now());
  };
}
