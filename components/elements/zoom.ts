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
  image.ariaLabel = isSmaller ? `Enlarge: ${image.alt}` : null;
  if (isSmaller) image.tabIndex = 0;
  else image.removeAttribute('tabindex');
}

function open({ role, alt, dataset, currentSrc, src }: HTMLImageElement): void {
  if (!role) return;
  const dialog = document.createElement('dialog');
  const image = document.createElement('img');
  const button = document.createElement('button');
  dialog.className = 'zoom';
  dialog.ariaLabel = alt;
  image.src = dataset.zoom || currentSrc || src;
  image.alt = alt;
  button.textContent = 'Close';
  dialog.append(button, image);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
