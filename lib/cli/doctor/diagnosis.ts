/** What a look at one thing found. */
export interface Diagnosis {
  /** What was looked at, a word or two. */
  readonly subject: string;
  /** An error stops a build or a deployment; a warning does harm later. */
  readonly state: 'ok' | 'warning' | 'error';
  readonly message: string;
  /** The one thing to do; absent where nothing is. */
  readonly remedy?: string;
}
