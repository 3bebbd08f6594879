import { LIMITS } from './limits';

/** What is done against abuse of the form of comments, as `readers.comments.protections` in the settings switches it. */
export interface Protections {
  /** So many forms, and so many comments, from one address within a while. */
  readonly limits: boolean;
  /** A field that no reader sees, and programs fill in. */
  readonly trap: boolean;
  /** The form has to have been open for some seconds, and for a day at most. */
  readonly time: boolean;
  /** With more links than these a comment waits, whoever wrote it. */
  readonly links: number;
  /** What one of the others refuses, and links of somebody unknown, is accepted all the same where the browser proves work. */
  readonly work: boolean;
}

export const ALL_PROTECTIONS: Protections = {
  limits: true,
  trap: true,
  time: true,
  links: LIMITS.links,
  work: true,
};
