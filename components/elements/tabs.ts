import { onRecall, recall, remember } from './memory';

/** Variants of a block of code: a choice made in one holds for all of its group, here and on other pages. */
export class TabsElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'radio' || !this.dataset.group) return;
      remember(keyOf(this.dataset.group), target.value);
      const before = this.getBoundingClientRect().top;
      for (const tabs of listTabs()) if (tabs.dataset.group === this.dataset.group) show(tabs, target.value);
      // Blocks above may have grown or shrunk: what the reader pressed stays where it is.
      scrollBy(0, this.getBoundingClientRect().top - before);
    });
  }
}

/** Shows the variants that the reader chose before, in blocks that are here and, while the page arrives, in each to come. */
export function watchTabs(): void {
  recallTabs();
  onRecall(recallTabs);
  if (document.readyState !== 'loading') return;
  const observer = new MutationObserver(recallTabs);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    recallTabs();
    observer.disconnect();
  });
}

function recallTabs(): void {
  for (const tabs of listTabs()) show(tabs, recall(keyOf(tabs.dataset.group)));
}

function show(tabs: Element, choice: string | null | undefined): void {
  for (const radio of tabs.querySelectorAll<HTMLInputElement>('[role=radiogroup] input')) {
    if (radio.value === choice) radio.checked = true;
  }
}

function listTabs(): NodeListOf<HTMLElement> {
  return document.querySelectorAll('colophon-tabs[data-group]');
}

function keyOf(group: string | undefined): string {
  return `tabs:${group}`;
}
