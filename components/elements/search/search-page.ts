import { parseSearch, toSearch } from './search-address';
import { createSearchBox, type OpenFinder, type SearchBox } from './search-box';

let box: SearchBox | undefined;

/** Puts the search in the place the page has for it. The address keeps the query, so that it can be linked. */
export function startSearchPage(open: OpenFinder): void {
  const place = document.querySelector('colophon-search');
  if (!place || box) return;
  const created = createSearchBox({
    open,
    changed: (query) => history.replaceState(null, '', location.pathname + toSearch(query)),
    entered: (_query, first) => first?.focus(),
  });
  box = created;
  place.classList.add('search');
  place.replaceChildren(...created.parts);
  created.set(parseSearch(location.search));
}

/** Goes to the field of the search page; false on any other page. */
export function focusSearchPage(): boolean {
  box?.input.select();
  return box !== undefined;
}
