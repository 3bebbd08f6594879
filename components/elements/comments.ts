import { withBase } from './with-base';

/** How far from the end of a post its comments are asked for. */
const NEAR = '600px';

/**
 * Brings what changed in the comments since the page was made, once its reader comes near. Without it, a link leads to all of them. The
 * address of a comment that the page does not show any more leads there at once.
 */
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
  for (const element of document.querySelectorAll<HTMLElement>('colophon-comments')) {
    const [, id] = /^#comment-([\w-]+)$/.exec(location.hash) ?? [];
    if (id && !document.getElementById(`comment-${id}`))
      location.replace(`${toAddress(element).replace(/\?.*/, '')}?comment=${id}${location.hash}`);
    watcher.observe(element);
  }
}

function toAddress(element: HTMLElement): string {
  return withBase(element.dataset.from ?? '');
}

async function load(element: HTMLElement): Promise<void> {
  const address = toAddress(element);
  const show = async (from: string) => {
    const list = await fetchList(from);
    return list && replace(element, list);
  };
  // What was approved and taken back between builds may be missing on both sides.
  if ((await show(address)) === false) await show(address.replace(/since=\d+/, 'since=0'));
}

async function fetchList(address: string): Promise<Element | null | undefined> {
  const response = await fetch(address);
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector('.comments')?.firstElementChild;
}

/** The places of comments that did not change are empty: they stay as they are. False where the page has none for such a place. */
function replace(element: HTMLElement, list: Element): boolean {
  const places = [...list.querySelectorAll<HTMLElement>('article:empty')];
  const kept = places.map(({ id }) => element.querySelector(`[id="${id}"]`));
  if (kept.includes(null)) return false;
  // Where nothing came and nothing went, what a reader may have selected stays as it is.
  if (isEqual(list, element)) return true;
  places.forEach((place, index) => {
    place.replaceWith(kept[index] as Element);
  });
  element.replaceChildren(document.adoptNode(list));
  return true;
}

function isEqual(list: Element, element: Element): boolean {
  const describe = (one: Element) =>
    [...one.querySelectorAll('article, .mentions')].map(({ id, textContent }) => id || textContent).join();
  return !list.querySelector('article:not(:empty)') && describe(list) === describe(element);
}
