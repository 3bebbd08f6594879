import { withBase } from './with-base';

/** How far from the end of a post its comments are asked for. */
const NEAR = '600px';

/** Brings the comments as they are now, not when the page was made, once its reader comes near. Without it, a link leads to all of them. */
export function watchComments(): void {
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.disconnect();
        load(target as HTMLElement).catch(() => undefined);
      }
    },
    { rootMargin: NEAR },
  );
  for (const element of document.querySelectorAll('colophon-comments')) watcher.observe(element);
}

async function load(element: HTMLElement): Promise<void> {
  const response = await fetch(withBase(element.dataset.from ?? ''));
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const list = page.querySelector('.comments')?.firstElementChild;
  for (const links of list?.querySelectorAll('.comment-links') ?? []) links.remove();
  // Where nothing came and nothing went, what a reader may have selected stays as it is.
  if (list && list.textContent !== element.textContent) element.replaceChildren(document.adoptNode(list));
}
