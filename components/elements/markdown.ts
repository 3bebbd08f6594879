import { announce } from './announce';
import { readString } from './strings';

/** How long the button says what it did, in milliseconds. */
const saidFor = 2000;

/** Shows, beside the link to a post's Markdown, the button that copies it, where the browser can. */
export function watchMarkdown(): void {
  const link = document.querySelector<HTMLAnchorElement>('.colophon-links a[type="text/markdown"]');
  const item = link?.parentElement?.nextElementSibling;
  const button = item?.querySelector('button');
  if (!link || !button || !navigator.clipboard?.write) return;
  item?.removeAttribute('hidden');
  button.addEventListener('click', () => copy(link.href, button));
}

async function copy(url: string, button: Element): Promise<void> {
  const label = button.textContent;
  let said = readString('copied');
  try {
    // A promise: what is fetched first would be copied too late after the click for some browsers.
    const text = fetch(url).then((response) => {
      if (!response.ok) throw new Error(response.statusText);
      return response.blob();
    });
    const plain = text.then((blob) => new Blob([blob], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
  } catch {
    said = readString('notCopied');
  }
  announce(said);
  button.textContent = said;
  setTimeout(() => {
    button.textContent = label;
  }, saidFor);
}
