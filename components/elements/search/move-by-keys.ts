/** Arrow keys go from the field to the results, through them and back; typing on a result goes on in the field. */
export function moveByKeys(input: HTMLInputElement, results: HTMLElement): void {
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    event.preventDefault();
    listItems(results)[0]?.focus();
  });
  results.addEventListener('keydown', (event) => {
    const items = listItems(results);
    const at = items.indexOf(event.target as HTMLElement);
    const target = findTarget(event, items, at, input);
    if (!target) return;
    if (event.key.length > 1 && event.key !== 'Backspace') event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  });
}

/** Shows other results. A reader who is among them already, faster than the search, stays at the same place. */
export function replaceResults(results: HTMLElement, ...others: readonly HTMLElement[]): void {
  const at = listItems(results).indexOf(document.activeElement as HTMLElement);
  results.replaceChildren(...others);
  if (at >= 0) listItems(results)[at]?.focus();
}

function findTarget(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  items: readonly HTMLElement[],
  at: number,
  input: HTMLElement,
): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[at + 1];
  if (key === 'ArrowUp') return at === 0 ? input : items[at - 1];
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  const isText = (key.length === 1 && key !== ' ') || key === 'Backspace';
  return isText && !ctrlKey && !metaKey && !altKey ? input : undefined;
}

function listItems(results: HTMLElement): HTMLElement[] {
  return [...results.querySelectorAll<HTMLElement>('.search-item')];
}
