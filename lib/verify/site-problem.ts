/** What a stranger would find wrong with a site that is online. */
export interface SiteProblem {
  /** Path of the page or file, with its query. */
  readonly address: string;
  /** A word for the kind of problem, the same from version to version. */
  readonly rule: string;
  readonly message: string;
}
