import { setTimeout as wait } from 'node:timers/promises';
import { toMailFault } from './mail-fault';
import type { Newsletter } from './newsletter';
import type { Mailer } from './send-mail';
import type { Store } from './store';
import {
  type Delivery,
  type DeliveryState,
  findNewsletter,
  settleDelivery,
  takeDelivery,
} from './store-newsletters';
import { markBounced } from './store-subscribers';

interface Sending {
  readonly newsletter: Newsletter;
  readonly mailer: Mailer;
  readonly perMinute: number;
  toEndUrl(subscriber: string): string;
  /** Ends it when the mails that are on their way have arrived. */
  readonly signal?: AbortSignal;
}

/** What became of a newsletter in one run. */
export interface SendingOutcome {
  sent: number;
  /** Addresses that mails do not reach, and what the server said. */
  readonly bounced: string[];
  /** How many the server did not take, and may take another time. */
  later: number;
  /** Mails that may have arrived. */
  readonly unknown: string[];
  /** Why it ended before its end. */
  stopped?: string;
}

/** Mails that are on their way at the same time. */
export const SENDERS = 3;

/** So many that are refused one after the other are not to be the last ones. */
const MAX_REFUSED = 5;

/** Sends a newsletter to all who wait for it, so many a minute. Ends early where a server takes no mails; called again it goes on. */
export async function sendNewsletter(store: Store, sending: Sending): Promise<SendingOutcome> {
  const { newsletter, perMinute, signal } = sending;
  const begun = Date.now();
  const before = (await findNewsletter(store, newsletter.post))?.counts.sent ?? 0;
  const run = new Run(store, sending, before > 0);
  const gap = 60_000 / perMinute;
  let next = begun;
  const work = async () => {
    while (!run.isOver()) {
      const pause = next - Date.now();
      next = Math.max(next, Date.now()) + gap;
      if (pause > 0) await wait(pause, undefined, { ...(signal && { signal }) }).catch(() => undefined);
      const delivery = run.isOver() ? undefined : await takeDelivery(store, newsletter.post, begun);
      if (!delivery) return;
      await run.deliver(delivery);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, work));
  return run.end();
}

interface Bounce extends Delivery {
  readonly reason: string;
}

class Run {
  readonly #outcome: SendingOutcome = { sent: 0, bounced: [], later: 0, unknown: [] };
  /** Those before the first mail that was taken: a server that takes none refuses good addresses too. */
  readonly #bounces: Bounce[] = [];
  #refused = 0;

  constructor(
    readonly store: Store,
    readonly sending: Sending,
    private isTaking: boolean,
  ) {}

  isOver(): boolean {
    return this.#outcome.stopped !== undefined || this.sending.signal?.aborted === true;
  }

  async deliver(delivery: Delivery): Promise<void> {
    const { newsletter, mailer, toEndUrl } = this.sending;
    const unsubscribe = toEndUrl(delivery.subscriber);
    const { subject } = newsletter;
    try {
      await mailer.send({ to: delivery.mail, subject, unsubscribe, ...newsletter.format(unsubscribe) });
    } catch (error) {
      return this.#settleFault(delivery, error);
    }
    this.#outcome.sent += 1;
    this.#refused = 0;
    this.isTaking = true;
    await this.#settle(delivery, 'sent');
    for (const bounce of this.#bounces.splice(0)) await this.#settleBounce(bounce);
  }

  async end(): Promise<SendingOutcome> {
    for (const bounce of this.#bounces.splice(0)) {
      this.#outcome.later += 1;
      await this.#settle(bounce, 'waiting');
    }
    if (this.sending.signal?.aborted) this.#outcome.stopped ??= 'It was interrupted.';
    return this.#outcome;
  }

  async #settleFault(delivery: Delivery, error: unknown): Promise<void> {
    const outcome = this.#outcome;
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    const fault = toMailFault(error);
    if (fault === 'stopped' || fault === 'unknown') outcome.stopped ??= reason;
    this.#refused += 1;
    if (this.#refused === MAX_REFUSED) outcome.stopped ??= `The server takes none: ${reason}`;
    if (fault === 'unknown') {
      outcome.unknown.push(delivery.mail);
    } else if (fault === 'bounced') {
      const bounce = { ...delivery, reason };
      if (this.isTaking) await this.#settleBounce(bounce);
      else this.#bounces.push(bounce);
    } else {
      if (fault === 'later') outcome.later += 1;
      await this.#settle(delivery, 'waiting');
    }
  }

  async #settleBounce({ reason, ...delivery }: Bounce): Promise<void> {
    this.#outcome.bounced.push(`${delivery.mail}: ${reason}`);
    await markBounced(this.store, delivery.subscriber, reason.slice(0, 500));
    await this.#settle(delivery, 'refused');
  }

  #settle({ subscriber }: Delivery, state: DeliveryState): Promise<void> {
    return settleDelivery(this.store, { post: this.sending.newsletter.post, subscriber, state });
  }
}
