import { isIsoDate } from '../dates';

/** What the name of a file or folder says of a document. */
export interface FileName {
  readonly slug: string;
  /** ISO day that the name starts with. */
  readonly date?: string;
}

/** `2016-06-16-hello` is the post `hello` of that day; any other name is the slug itself. */
export function readFileName(name: string): FileName {
  const [, date = '', slug = ''] = /^(\d{4}-\d{2}-\d{2})[-_](.+)$/.exec(name) ?? [];
  return slug !== '' && isIsoDate(date) ? { slug, date } : { slug: name };
}
