/** Name of the cookie by which an author sees the site as its readers will: the server makes the pages. */
export const VIEW_COOKIE = 'colophon-view';

export const READER = 'reader';

export function isReaderView(): boolean {
  return document.cookie.split('; ').includes(`${VIEW_COOKIE}=${READER}`);
}

/** Until the browser is closed, or the author has seen enough. */
export function setReaderView(isReader: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing from browsers that authors use.
  document.cookie = `${VIEW_COOKIE}=${isReader ? READER : ''}; path=/; samesite=lax${isReader ? '' : '; max-age=0'}`;
}
