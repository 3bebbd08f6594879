/** Readers of the screen notice a text only in a region that was there before it. */
const regionDelay = 100;

let region: HTMLElement | undefined;

/** Shows a text after a while, in milliseconds. */
export function showLater(element: Element, text: string, delay: number): void {
  setTimeout(() => {
    element.textContent = text;
  }, delay);
}

/** Announces to those who do not see the page what just happened. */
export function announce(text: string): void {
  region ??= document.body.appendChild(document.createElement('div'));
  region.className = 'visually-hidden';
  region.role = 'status';
  region.textContent = '';
  showLater(region, text, regionDelay);
}
