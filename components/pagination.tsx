import { formatMessage, formatNumber, type Strings } from '@/lib/site/strings/messages';

interface PaginationProps {
  /** From 1. */
  page: number;
  pages: number;
  path: (page: number) => string;
  strings: Strings;
  /** True where the first page has the oldest. */
  isOldestFirst?: boolean;
}

/** Links to the other pages of a long list; nothing when there is one page only. */
export function Pagination({ page, pages, path, strings, isOldestFirst = false }: PaginationProps) {
  if (pages <= 1) return null;
  const [before, after] = isOldestFirst ? (['older', 'newer'] as const) : (['newer', 'older'] as const);
  return (
    <nav className="pagination print:hidden" aria-label={formatMessage(strings, 'pages')}>
      {page > 1 && (
        <a rel="prev" href={path(page - 1)}>
          {formatMessage(strings, before)}
        </a>
      )}
      <ol>
        {pagesShown(page, pages).map((shown) => (
          <li key={shown}>
            {shown === page ? (
              <span aria-current="page">{formatNumber(shown, strings.language)}</span>
            ) : typeof shown === 'number' ? (
              <a href={path(shown)} aria-label={formatMessage(strings, 'page', { page: shown })}>
                {formatNumber(shown, strings.language)}
              </a>
            ) : (
              '…'
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a rel="next" href={path(page + 1)}>
          {formatMessage(strings, after)}
        </a>
      )}
    </nav>
  );
}

/** First, last and the pages around the current one, with a word where some are left out. */
function pagesShown(page: number, pages: number): (number | 'before' | 'after')[] {
  const from = Math.max(2, page - 2);
  const to = Math.min(pages - 1, page + 2);
  const middle = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return [
    1,
    ...(from > 2 ? ['before' as const] : []),
    ...middle,
    ...(to < pages - 1 ? ['after' as const] : []),
    pages,
  ];
}
