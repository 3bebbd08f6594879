/** What is counted: posts by their ids, hosts that led to them, searches that found nothing. */
export const READ_KINDS = ['post', 'host', 'search'] as const;

export type ReadKind = (typeof READ_KINDS)[number];

/** What a page reports. */
export type Read =
  | { readonly post: string; readonly host?: string | undefined }
  | { readonly search: string };

/** How often something was counted on a day, as `2026-11-28`; the day is empty for the sum of days that are too old. */
export interface ReadNumber {
  readonly day: string;
  readonly kind: ReadKind;
  /** Empty for hosts or searches that came when there were enough of that day. */
  readonly name: string;
  readonly number: number;
}

/** How often one thing was counted. */
export interface ReadLine {
  /** As in `ReadNumber`. */
  readonly name: string;
  /** On each of the last `SHOWN_DAYS`, the oldest first. */
  readonly days: readonly number[];
  readonly week: number;
  readonly month: number;
  readonly all: number;
}

export const SHOWN_DAYS = 30;
