const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What is accepted. Lengths in characters, times in milliseconds. */
export const LIMITS = {
  /** Bytes of a form that is sent. */
  bytes: 64 * 1024,
  name: 80,
  body: 10_000,
  /** Nobody reads a post and writes about it in less. */
  minTime: 3 * SECOND,
  /** A form that was open for longer gets a new stamp. */
  maxTime: 24 * 60 * MINUTE,
  /** Sent from one address within `window`. */
  attempts: 8,
  window: 10 * MINUTE,
  /** More are held whoever wrote it. */
  links: 2,
  /** How long who wrote a comment can change it. */
  editing: 15 * MINUTE,
  draft: 60 * MINUTE,
  link: 15 * MINUTE,
  session: 30 * 24 * 60 * MINUTE,
  /** Links by mail to one address within `window`. */
  mails: 3,
};
