import { readString } from './strings';

/** An image is worth a closer look when it can be shown larger by this factor. */
const worthwhile = 1.1;

/**
 * Images with `data-zoom` (whose value, if any, is the address of a larger file) open in a dialog, where they are shown
 * smaller than they are. The attribute `width` says how wide that is. An image within a link leads where the link leads.
 */
export function watchImages(): void {
  const images = [...document.querySelectorAll<HTMLImageElement>('img[data-zoom]')].filter(
    (image) => !image.closest('a, button'),
  );
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) offer(target as HTMLImageElement);
  });
  for (const image of images) {
    observer.observe(image);
    image.addEventListener('click', () => open(image));
    image.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open(image);
    });
  }
}

/** Makes a button of an image, or an image of a button. */
function offer(image: HTMLImageElement): void {
  const isSmaller =
    Number(image.getAttribute('width') ?? image.naturalWidth) > image.clientWidth * worthwhile;
  image.role = isSmaller ? 'button' : null;
  image.ariaLabel = isSmaller ? readString('enlarge').replace('{text}', () => image.alt) : null;
  if (isSmaller) image.tabIndex = 0;
  else image.removeAttribute('tabindex');
}

function open(shown: HTMLImageElement): void {
  if (!shown.role) return;
  const { alt } = shown;
  const dialog = document.createElement('dialog');
  const button = document.createElement('button');
  dialog.className = 'zoom';
  dialog.ariaLabel = alt;
  button.textContent = readString('close');
  dialog.append(button, enlarge(shown));
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The larger file; where none is named, the same choice of files, made for an image as broad as it is. */
function enlarge(shown: HTMLImageElement): HTMLElement {
  const image = document.createElement('img');
  image.src = shown.dataset.zoom || shown.src;
  image.alt = shown.alt;
  const picture = shown.closest('picture');
  if (!picture || shown.dataset.zoom) return image;
  const copy = picture.cloneNode(true) as HTMLElement;
  for (const source of copy.querySelectorAll('source')) source.sizes = `${shown.getAttribute('width')}px`;
  copy.querySelector('img')?.replaceWith(image);
  return copy;
}
