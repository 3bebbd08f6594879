import { decodePercent } from '../../lib/urls';

/** `#code-1-L3-L5`: lines of a block from one number to another. A single line is an ordinary link. */
const rangeHash = /^#(.+-L)(\d+)-L(\d+)$/;

/**
 * Shows the range of lines that the address names. Shift and a click on a line number extend the range; of the
 * numbers only the first is reached by Tab, the others by the arrow keys.
 */
export function watchLines(): void {
  addEventListener('hashchange', () => goToLines());
  document.addEventListener('click', pressNumber);
  document.addEventListener('keydown', moveAlong);
  // After a reload the reader stays where they were.
  goToLines(scrollY === 0);
}

function goToLines(mayScroll = true): void {
  const range = markRange();
  const first = range[0] ?? document.querySelector('.l:target');
  if (!first) return;
  const { top, bottom, height } = first.getBoundingClientRect();
  for (const line of [first, ...range]) uncover(line);
  const isCovered = height === 0;
  const isOutside = top < 0 || bottom > innerHeight;
  // To a single line the browser has gone itself, if it was to be seen.
  if (isCovered || (range[0] && isOutside && mayScroll)) first.scrollIntoView({ block: 'center' });
}

/** Marks the lines that the address names, and no others. */
function markRange(): Element[] {
  for (const line of document.querySelectorAll('.linked')) line.classList.remove('linked');
  const [, prefix, from, to] = rangeHash.exec(decodePercent(location.hash)) ?? [];
  if (prefix === undefined) return [];
  const [start = 0, end = 0] = [Number(from), Number(to)].sort((a, b) => a - b);
  const lines = [...document.querySelectorAll(`.l[id^="${CSS.escape(prefix)}"]`)].filter((line) => {
    const number = numberOf(line);
    return start <= number && number <= end;
  });
  for (const line of lines) line.classList.add('linked');
  return lines;
}

/** Opens what hides a line: a closed region, another variant of its block. */
function uncover(line: Element): void {
  const fold = line.closest('.folded')?.previousElementSibling;
  if (fold instanceof HTMLInputElement) fold.checked = true;
  const tab = line.closest('.code-tab');
  const tabs = tab?.parentElement;
  if (!tab || !tabs) return;
  const radio = tabs.querySelectorAll('input')[[...tabs.querySelectorAll('.code-tab')].indexOf(tab)];
  if (radio) radio.checked = true;
}

function pressNumber(event: MouseEvent): void {
  const number = (event.target as Element).closest<HTMLElement>('a.no');
  const line = number?.closest('.l');
  if (!number || !line) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const start = line.closest('.code')?.querySelector('.l:target, .linked');
  if (!event.shiftKey || !start) {
    location.hash = line.id;
    // A link within the page takes the focus from itself; the arrow keys go on from here.
    number.focus({ preventScroll: true });
    return;
  }
  const [from, to] = [numberOf(start), numberOf(line)].sort((a, b) => a - b);
  history.replaceState(history.state, '', `#${line.id.replace(/\d+$/, `${from}-L${to}`)}`);
  markRange();
}

function moveAlong(event: KeyboardEvent): void {
  const { target, key } = event;
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (!step || !(target instanceof HTMLAnchorElement) || !target.matches('a.no')) return;
  event.preventDefault();
  const numbers = [...(target.closest('code')?.querySelectorAll<HTMLElement>('a.no') ?? [])];
  const next = numbers[numbers.indexOf(target) + step];
  if (!next) return;
  target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function numberOf({ id }: Element): number {
  return Number(/\d+$/.exec(id)?.[0]);
}
