import { showOutcome } from './show-outcome';

/** Shows, beside the link to a post's Markdown, the button that copies it, where the browser can. */
export function watchMarkdown(): void {
  const link = document.querySelector<HTMLAnchorElement>('.colophon-links a[type="text/markdown"]');
  const item = link?.parentElement?.nextElementSibling;
  const button = item?.querySelector('button');
  if (!link || !button || !navigator.clipboard?.write) return;
  item?.removeAttribute('hidden');
  button.addEventListener('click', () => copy(link.href, button));
}

async function copy(url: string, button: HTMLElement): Promise<void> {
  try {
    // A promise: what is fetched first would be copied too late after the click for some browsers.
    const text = fetch(url).then((response) => {
      if (!response.ok) throw new Error(response.statusText);
      return response.blob();
    });
    const plain = text.then((blob) => new Blob([blob], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
    showOutcome(button, 'copied');
  } catch {
    showOutcome(button, 'notCopied');
  }
}
