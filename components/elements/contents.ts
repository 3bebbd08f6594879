/** A heading counts as reached from the upper third of the window on; whatever lies further up has been passed. */
const reached = { rootMargin: '9999999px 0px -66%' };

/** Marks in the contents of a post the section that is being read. */
export function watchContents(): void {
  const navs = [...document.querySelectorAll('.post-contents nav')];
  const passed = new Set<Element>();
  const headings = [...(navs[0]?.querySelectorAll<HTMLAnchorElement>('a') ?? [])].flatMap(
    ({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))) ?? [],
  );
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) passed.add(target);
      else passed.delete(target);
    }
    const current = headings.findLast((heading) => passed.has(heading));
    for (const nav of navs) mark(nav, current?.id);
  }, reached);
  for (const heading of headings) observer.observe(heading);
}

function mark(nav: Element, id: string | undefined): void {
  for (const link of nav.querySelectorAll('a')) {
    const isCurrent = id !== undefined && decodeURIComponent(link.hash.slice(1)) === id;
    if (isCurrent === (link.ariaCurrent !== null)) continue;
    link.ariaCurrent = isCurrent ? 'true' : null;
    // Contents longer than the window scroll by themselves.
    if (isCurrent && nav.scrollHeight > nav.clientHeight)
      nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
  }
}
