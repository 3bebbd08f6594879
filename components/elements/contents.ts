import { decodePercent } from '../../lib/urls';

/** A heading counts as reached from the upper third of the window on; whatever lies further up has been passed. */
const reached = { rootMargin: '9999999px 0px -66%' };

/** Marks in the contents of a post the section that is being read, or the one just chosen until the reader scrolls. */
export function watchContents(): void {
  const nav = document.querySelector('.post-contents nav');
  if (!nav) return;
  const passed = new Set<Element>();
  const links = [...nav.querySelectorAll('a')];
  const headings = links.flatMap((link) => document.getElementById(toId(link)) ?? []);
  let chosen: string | undefined;
  const update = () => mark(nav, chosen ?? headings.findLast((heading) => passed.has(heading))?.id);
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) passed.add(target);
      else passed.delete(target);
    }
    update();
  }, reached);
  for (const heading of headings) observer.observe(heading);
  const free = () => {
    chosen = undefined;
    update();
  };
  const choose = (to: { hash: string }) => {
    chosen = headings.find(({ id }) => id === toId(to))?.id;
    update();
    // Following the link scrolls, too: before the next frame.
    requestAnimationFrame(() => addEventListener('scroll', free, { once: true }));
  };
  for (const link of links) link.addEventListener('click', () => choose(link));
  choose(location);
}

function mark(nav: Element, id: string | undefined): void {
  for (const link of nav.querySelectorAll('a')) {
    const isCurrent = toId(link) === id;
    if (isCurrent === (link.ariaCurrent !== null)) continue;
    link.ariaCurrent = isCurrent ? 'true' : null;
    // Contents longer than the window scroll by themselves.
    if (isCurrent && nav.scrollHeight > nav.clientHeight)
      nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
  }
}

function toId({ hash }: { hash: string }): string {
  return decodePercent(hash.slice(1));
}
