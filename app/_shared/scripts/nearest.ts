import { withBase } from '@/components/elements/with-base';
import { type Address, findNearestAddresses } from '@/lib/content/nearest-address';
import { decodePercent, nearestPath } from '@/lib/urls';

/** Puts the pages that a reader may have meant in the place of the latest posts. Without them these stay. */
async function suggest(section: HTMLElement): Promise<void> {
  const [heading, list] = [section.querySelector('h2'), section.querySelector('ul')];
  const row = list?.querySelector('li');
  const response = await fetch(withBase(nearestPath));
  if (!heading || !list || !row || !response.ok) return;
  const addresses = (await response.json()) as readonly Address[];
  const found = findNearestAddresses(
    decodePercent(location.pathname.slice(withBase('').length)),
    addresses,
    list.children.length || 1,
  );
  if (found.length === 0) return;
  heading.textContent = section.dataset.nearest ?? '';
  list.replaceChildren(...found.map((address) => fillRow(row, address)));
}

function fillRow(row: Element, [path, title]: Address): Element {
  const filled = row.cloneNode(true) as Element;
  filled.querySelector('a')?.setAttribute('href', withBase(encodeURI(path)));
  const name = filled.querySelector('.entry-title');
  if (name) name.textContent = title;
  name?.removeAttribute('lang');
  filled.querySelector('time')?.remove();
  return filled;
}

const section = document.querySelector<HTMLElement>('[data-nearest]');
if (section) suggest(section).catch(() => undefined);
