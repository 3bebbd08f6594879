import { searchPath } from '../../../lib/urls';
import { toOwnSection } from '../own-section';
import { readString } from '../strings';
import { withBase } from '../with-base';
import { createElement } from './create-element';
import { toSearch } from './search-address';
import { createSearchBox, type OpenFinder } from './search-box';

let dialog: HTMLDialogElement | undefined;

/** Opens the search over the page, with what was searched last on it. */
export function openSearchDialog(open: OpenFinder): void {
  dialog ??= createDialog(open);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function createDialog(open: OpenFinder): HTMLDialogElement {
  const all = createElement('a', { href: withBase(toOwnSection(searchPath)) }, readString('allResults'));
  const box = createSearchBox({
    open,
    changed: (query) => {
      all.href = withBase(toOwnSection(searchPath)) + toSearch(query);
    },
    entered: (_query, first) => first?.click(),
  });
  const close = createElement('button', { type: 'button', className: 'search-close' }, readString('close'));
  const foot = createElement(
    'p',
    { className: 'search-foot' },
    createElement('span', { className: 'search-keys' }, readString('searchKeys')),
    all,
  );
  const created = createElement(
    'dialog',
    { className: 'search search-dialog', ariaLabel: readString('search') },
    close,
    ...box.parts,
    foot,
  );
  close.onclick = () => created.close();
  created.addEventListener('click', ({ target }) => {
    // Outside of the box, or on a link that leads to another place of this page.
    if (target === created || (target as Element).closest('a')) created.close();
  });
  document.body.append(created);
  box.set(box.query);
  return created;
}
