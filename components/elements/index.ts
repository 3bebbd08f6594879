import { CodeElement } from './code';
import { watchComments } from './comments';
import { watchContents } from './contents';
import { EmbedElement } from './embed';
import { watchLines } from './lines';
import { watchMarkdown } from './markdown';
import { watchPrinting } from './print-links';
import { watchRead } from './read';
import { watchScrollers } from './scrollers';
import { watchSearch } from './search';
import { TabsElement, watchTabs } from './tabs';
import { watchThanks } from './thanks';
import { ThemeElement, watchTheme } from './theme';
import { watchImages } from './zoom';

/*
 * The readers' parts add 0.8 KB (brotli), and load what they show near the end of a post. As a module of their own, loaded there, they
 * would add 0.15 KB and one more request with 0.9 KB, before which no comment arrives, and reads could not know how long the page was
 * visible.
 */

/** Whether readers can answer on this blog; what bundles this script writes it here. */
declare const HAS_COMMENTS: boolean;
/** Whether they can say thanks. */
declare const HAS_THANKS: boolean;
/** Whether the author counts what is read to the end. */
declare const HAS_READS: boolean;

/**
 * The script of every page. It arrives at any time, also while the page does, and what it adds can be missed: all is
 * readable before and without it. The switch of the theme is the last to come: with it all is there.
 */
const steps = [
  watchSearch,
  watchLines,
  watchContents,
  () => customElements.define('colophon-code', CodeElement),
  watchScrollers,
  watchImages,
  () => {
    watchMarkdown();
    watchPrinting();
    if (HAS_COMMENTS) watchComments();
    if (HAS_THANKS) watchThanks();
    if (HAS_READS) watchRead();
    customElements.define('colophon-tabs', TabsElement);
    customElements.define('colophon-embed', EmbedElement);
  },
  () => {
    watchTheme();
    customElements.define('colophon-theme', ThemeElement);
  },
];

/** Each in a task of its own, so that the page answers its reader in between. */
function start(): void {
  for (const step of steps) setTimeout(step);
}

/** After the first frame: what there is to read does not wait for the controls. */
function startSoon(): void {
  requestAnimationFrame(() => setTimeout(start));
}

/** Where the framework runs, it compares the page with what it rendered before anything on it may change. */
function startLate(): void {
  if ('requestIdleCallback' in window) requestIdleCallback(start);
  else setTimeout(start, 200);
}

watchTabs();
if ('__next_f' in window) {
  if (document.readyState === 'complete') startLate();
  else addEventListener('load', startLate);
} else if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', startSoon);
else startSoon();
