import { toOwnSection } from '@/components/elements/own-section';
import { openSearchDialog } from '@/components/elements/search/search-dialog';
import { focusSearchPage, startSearchPage } from '@/components/elements/search/search-page';
import { withBase } from '@/components/elements/with-base';
import { type Finder, openFinder } from '@/lib/search/finder';
import { searchPiecePath } from '@/lib/urls';

/** Text of `components/styles/search.css`; what bundles this script writes it here. */
declare const SEARCH_STYLES: string;

let finder: Promise<Finder> | undefined;

/** The index, opened once, and anew after a failure: the site may have been published again in between. */
function open(isAgain: boolean): Promise<Finder> {
  if (isAgain) finder = undefined;
  finder ??= openFinder(readPiece);
  return finder;
}

async function readPiece(name: string): Promise<Uint8Array> {
  const response = await fetch(withBase(toOwnSection(searchPiecePath(name))));
  if (!response.ok || !response.body) throw new Error(`${response.status}: ${name}`);
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** Opens the dialog, or goes to the field of the search page. */
export function openSearch(): void {
  if (!focusSearchPage()) openSearchDialog(open);
}

const styles = new CSSStyleSheet();
styles.replaceSync(SEARCH_STYLES);
document.adoptedStyleSheets.push(styles);
startSearchPage(open);
