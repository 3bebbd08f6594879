import type { CommentState } from '../comment';

/** Where comments come from. */
export type ImportKind = 'Disqus' | 'WordPress' | 'Isso' | 'Remark42' | 'giscus';

/** A page of the old site that has comments. */
export interface ImportedThread {
  readonly key: string;
  /** What the old site called it: addresses, paths, slugs; the surest first. */
  readonly addresses: readonly string[];
  readonly title?: string;
}

/** A comment as its old home kept it. */
export interface ImportedComment {
  /** Unique in the file. */
  readonly id: string;
  /** Key of its thread. */
  readonly thread: string;
  readonly parent?: string;
  readonly name: string;
  /** Name of the account it was written with; absent where there was none. */
  readonly account?: string;
  readonly mail?: string;
  readonly body: string;
  readonly format: 'html' | 'markdown';
  readonly state: CommentState;
  readonly reason?: string;
  /** Milliseconds since 1970; NaN where the file says nothing that is a time. */
  readonly created: number;
  readonly edited?: number;
  readonly isByAuthor: boolean;
}

/** What a file holds. */
export interface Imported {
  readonly kind: ImportKind;
  readonly threads: readonly ImportedThread[];
  readonly comments: readonly ImportedComment[];
  /** What the file says is missing in it, or was never a comment: a sentence each. */
  readonly remarks: readonly string[];
}
