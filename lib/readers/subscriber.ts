import { isEqual, sign } from './signature';

/** Where a subscription stands. Mails go to those that are confirmed. */
export const SUBSCRIBER_STATES = ['asked', 'confirmed', 'bounced'] as const;

export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];

/** What somebody wants to get. */
export interface Choice {
  /** The section whose posts are meant, by its part of the address; empty for the main one. */
  readonly section: string;
  /** Slug of the one subject that is meant. Absent: all. */
  readonly tag?: string;
}

/** Somebody who has new posts by mail, or wants to. */
export interface Subscriber extends Choice {
  /** Nobody guesses it: whoever has it can end the subscription. */
  readonly id: string;
  readonly mail: string;
  readonly state: SubscriberState;
  /** When it was last asked for. */
  readonly asked: number;
  readonly confirmed?: number;
  /** What the server said of a mail that could not be delivered. */
  readonly reason?: string;
}

/** The same for a mail address at all times, so that links of old mails hold after a second subscription. */
export function toSubscriberId(secret: string, mail: string): string {
  return sign(secret, 'subscriber', mail).slice(0, 24);
}

/** A link's part that confirms one choice of one subscriber, until it expires. */
export function makeConfirmation(
  secret: string,
  id: string,
  { choice: { section, tag }, expires }: { readonly choice: Choice; readonly expires: number },
): string {
  const content = Buffer.from(JSON.stringify([id, section, tag ?? '', expires])).toString('base64url');
  return `${content}.${sign(secret, 'confirm', content)}`;
}

/** What such a part confirms; undefined for one that was not made here, and one of the past. */
export function readConfirmation(
  token: string,
  secret: string,
  now = Date.now(),
): { readonly id: string; readonly choice: Choice } | undefined {
  const [content = '', signature = ''] = token.split('.');
  if (!isEqual(signature, sign(secret, 'confirm', content))) return undefined;
  const [id, section, tag, expires] = JSON.parse(Buffer.from(content, 'base64url').toString()) as [
    ...[string, string, string],
    number,
  ];
  return expires < now ? undefined : { id, choice: { section, ...(tag !== '' && { tag }) } };
}
