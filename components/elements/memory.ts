/** What the reader chose before: `null` when nothing, `undefined` where the browser refuses to say. */
export function recall(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Keeps a choice for all pages of the site; `null` forgets it. Where storage is refused it holds for this page. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

/** Calls back when a choice may have changed behind this page: in another tab, or before the reader came back. */
export function onRecall(callback: () => void): void {
  addEventListener('storage', callback);
  addEventListener('pageshow', callback);
  document.addEventListener('prerenderingchange', callback);
}
