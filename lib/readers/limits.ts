const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What is accepted. Lengths in characters, times in milliseconds. */
export const LIMITS = {
  /** Bytes of a form that is sent: a text of `body` characters has up to nine times as many there, in Chinese for example. */
  bytes: 96 * 1024,
  /** How long it may take to arrive. */
  arrival: 30 * SECOND,
  name: 80,
  /** Of a mail address (RFC 5321). */
  mail: 254,
  body: 10_000,
  /** Nobody reads a post and writes about it in less. */
  minTime: 3 * SECOND,
  /** A form that was open for longer gets a new stamp. */
  maxTime: 24 * 60 * MINUTE,
  /** Comments sent from one address within `window`. */
  attempts: 8,
  /** Forms of all kinds, previews and changes among them, sent from one address within `window`. */
  forms: 40,
  window: 10 * MINUTE,
  /** Reads and searches that one address reports within it. */
  reads: 60,
  /** Different hosts that are counted on one day, and searches; all others are counted together. */
  hosts: 200,
  searches: 100,
  /** Characters of a search that is kept. */
  search: 80,
  /** Days whose reads are kept one by one. */
  days: 400,
  /** Reports of mentions from one address, and of pages of one site, within it. */
  mentions: 60,
  /** Mails about mentions that a moderator gets within it; all others are at `/moderate`. */
  mentionMails: 20,
  /** Attempts of one kind that are kept: more than each of the limits. */
  counted: 100,
  /** More are held whoever wrote it. */
  links: 2,
  /** How long who wrote a comment can change it. */
  editing: 15 * MINUTE,
  draft: 60 * MINUTE,
  /** How long a proof of work is taken. */
  challenge: 30 * MINUTE,
  link: 15 * MINUTE,
  session: 30 * 24 * 60 * MINUTE,
  /** Links by mail that one address of the network asks for within `window`. */
  mailedLinks: 3,
  /** The same of all together for one mail address: a stranger cannot fill it, and hardly keep its owner from signing in. */
  mails: 20,
  /** Mails to confirm a subscription that one address of the network asks for within `window`. */
  subscriptions: 5,
  /** The same of all together for one mail address in a day. */
  confirmations: 3,
  /** How long a subscription can be confirmed; then the mail address is forgotten. */
  confirming: 2 * 24 * 60 * MINUTE,
  /** How long a link in a mail permits to decide on a comment. */
  decision: 30 * 24 * 60 * MINUTE,
  /** How long it permits to take the decision back. */
  undo: 15 * MINUTE,
  /** How long what was deleted, or is spam, can be brought back. */
  trash: 30 * 24 * 60 * MINUTE,
  /** How long a page with a mention waits to be fetched. */
  queued: 7 * 24 * 60 * MINUTE,
};
