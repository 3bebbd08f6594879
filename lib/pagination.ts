export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Number of pages, at least 1. */
  readonly pages: number;
}

/** One page of a list, counted from 1; undefined for a page that there is not. An empty list has one empty page. */
export function getListPage<Item>(
  list: readonly Item[],
  page: number,
  size: number,
): ListPage<Item> | undefined {
  const pages = countPages(list.length, size);
  if (!Number.isInteger(page) || page < 1 || page > pages) return undefined;
  return { items: list.slice((page - 1) * size, page * size), pages };
}

/** Numbers of the pages after the first, for the routes that have the number in their address. */
export function listFurtherPages(length: number, size: number): number[] {
  return Array.from({ length: countPages(length, size) - 1 }, (_, index) => index + 2);
}

/** The number in an address: `2`, never `02`, `2.0` or `1`, which would be second addresses of one page. */
export function parsePageNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) && text !== '1' ? Number(text) : undefined;
}

function countPages(length: number, size: number): number {
  return Math.max(1, Math.ceil(length / size));
}
