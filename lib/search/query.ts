/** What a reader asks for. */
export interface Query {
  readonly text: string;
  /** Slug of a tag. */
  readonly tag?: string;
  readonly year?: string;
}

/** Where the words of a query stand best in a post. */
export interface Hit {
  readonly post: number;
  /** 0 for what stands before the first heading. */
  readonly section: number;
}

/** What a search came to. */
export interface Found {
  /** Best first; of equals the newest. */
  readonly hits: readonly Hit[];
  /** The terms of the index that were looked for; their value is the place of the word in the query. */
  readonly terms: ReadonlyMap<string, number>;
  /** Words that no post has, with what was looked for instead; nothing where nothing was near. */
  readonly replaced: readonly { readonly word: string; readonly by: readonly string[] }[];
  /** True where no post has all the words, and the hits have some. */
  readonly isPartial: boolean;
}
