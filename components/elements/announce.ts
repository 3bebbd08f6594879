/** Readers of the screen notice a text only in a region that was there before it. */
const regionDelay = 100;

let region: HTMLElement | undefined;

/** Announces to those who do not see the page what just happened. */
export function announce(text: string): void {
  const status = region ?? createRegion();
  status.textContent = '';
  setTimeout(() => {
    status.textContent = text;
  }, regionDelay);
}

function createRegion(): HTMLElement {
  region = document.createElement('div');
  region.className = 'visually-hidden';
  region.role = 'status';
  document.body.append(region);
  return region;
}
