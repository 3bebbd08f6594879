/** An answer of a site. */
export interface SiteAnswer {
  readonly status: number;
  /** Names in lower case. Empty where a folder is read, which has none. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Where a site is read from: a server, or a folder of files. */
export interface SiteReader {
  /** The address that pages name themselves by; undefined until a page says so. */
  readonly origin: string | undefined;
  /** The path below which the site is; nothing where it has a host of its own. */
  readonly base: string;
  /** True for a server, whose headers and redirects count. */
  readonly isServer: boolean;
  /** The answer at a path; redirects are not followed. */
  read(path: string): Promise<SiteAnswer>;
}
