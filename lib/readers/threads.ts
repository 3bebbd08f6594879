/** A comment of the first level with the answers to it is a thread; likes and reposts, which say nothing, are none. */
export const THREADS = {
  /** On a page of all comments of a post. */
  perPage: 50,
  /** In the page of the post, the newest: with comments of usual length about as much as its text, frame and style together. */
  inPost: 25,
  /** Names in a line of likes or reposts. */
  names: 50,
};

/** What pages show, as the settings say. */
export interface Shown {
  readonly comments: boolean;
  readonly mentions: boolean;
}

/** The comments of one post that pages show. */
export interface Scope extends Shown {
  readonly post: string;
}

export interface SilentCounts {
  readonly like: number;
  readonly repost: number;
}
