import type { Query } from '../../../lib/search/query';

/** The query as the page's address has it: `?q=cache&tag=rust`, or nothing. */
export function toSearch({ text, tag, year }: Query): string {
  const parameters = new URLSearchParams({
    ...(text && { q: text }),
    ...(tag && { tag }),
    ...(year && { year }),
  });
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** The inverse of `toSearch`. */
export function parseSearch(search: string): Query {
  const parameters = new URLSearchParams(search);
  const tag = parameters.get('tag');
  const year = parameters.get('year');
  return { text: parameters.get('q')?.trim() ?? '', ...(tag && { tag }), ...(year && { year }) };
}
