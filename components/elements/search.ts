import { searchPath } from '../../lib/urls';
import { toOwnSection } from './own-section';
import { isSlashOn } from './slash';
import { withBase } from './with-base';

/** Address of the script that does the searching; what bundles this one writes it here. */
declare const SEARCH_SCRIPT: string;

interface SearchScript {
  openSearch(): void;
}

/** Opens the search on `/`, on ⌘K or Ctrl K and from links to its page. Nothing of it is loaded before. */
export function watchSearch(): void {
  addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).closest?.('input, select, textarea, [contenteditable]');
    const isCommand = event.metaKey || event.ctrlKey;
    const isSlash = event.key === '/' && !isTyping && !isCommand && !event.altKey;
    if ((event.key === 'k' && isCommand) || (isSlash && isSlashOn())) open(event);
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const isPlain = !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (isPlain && link?.getAttribute('href') === withBase(toOwnSection(searchPath))) open(event);
  });
  if (location.pathname === withBase(toOwnSection(searchPath))) load();
}

function load(): Promise<SearchScript> {
  return import(SEARCH_SCRIPT);
}

async function open(event: Event): Promise<void> {
  event.preventDefault();
  try {
    (await load()).openSearch();
  } catch {
    location.href = withBase(toOwnSection(searchPath));
  }
}
