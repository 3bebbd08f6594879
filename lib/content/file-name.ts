import { isIsoDate } from '../dates';
import { isSlug, toSlug } from './slug';

/** What the name of a file or folder says of a document. */
export interface FileName {
  readonly slug: string;
  /** ISO day that the name starts with. */
  readonly date?: string;
}

/** `2016-06-16-hello` is the post `hello` of that day; any other name is the slug itself, `My note` as `my-note`. */
export function readFileName(name: string): FileName {
  const [, date = '', rest = ''] = /^(\d{4}-\d{2}-\d{2})[-_\s]+(.+)$/.exec(name) ?? [];
  return rest !== '' && isIsoDate(date) ? { slug: toAddress(rest), date } : { slug: toAddress(name) };
}

function toAddress(name: string): string {
  return isSlug(name) ? name : toSlug(name) || name;
}
