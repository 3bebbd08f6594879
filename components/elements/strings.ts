import type { PageMessage } from '../../lib/site/strings/page-messages';

/** An interface string that the page has for its scripts. */
export function readString(name: PageMessage): string {
  return JSON.parse(document.body.dataset.strings as string)[name];
}
