import type { ComponentPropsWithoutRef } from 'react';

/** How much room an image has: beside another one, in the column of text, or beyond it on wide screens. */
type Room = 'half' | 'text' | 'wide' | 'page';

export interface PictureProps extends ComponentPropsWithoutRef<'img'> {
  room?: Room | undefined;
  /** Address of the same image for the dark theme. */
  'data-dark'?: string;
  /** Variants of both, each as the text of a `srcset`. */
  'data-avif'?: string;
  'data-webp'?: string;
  'data-dark-avif'?: string;
  'data-dark-webp'?: string;
}

/** The measures of components/styles/post.css and prose.css. */
const SIZES: Readonly<Record<Room, string>> = {
  half: '(min-width: 41rem) 18.75rem, calc(50vw - 1.5rem)',
  text: '(min-width: 41rem) 38rem, calc(100vw - 2.5rem)',
  wide: '(min-width: 75rem) 44.5rem, (min-width: 41rem) 38rem, calc(100vw - 2.5rem)',
  page: '(min-width: 75rem) 58.25rem, (min-width: 41rem) 38rem, calc(100vw - 2.5rem)',
};

/** The widest variant, in pixels: an image that is wider than this is enlarged as it is. */
const WIDEST = 1824 * 1.1;

/** The script of the themes rewrites this condition where the reader has chosen a theme. */
const DARK = 'screen and (prefers-color-scheme: dark)';

/** An image in the sizes, formats and themes there are of it; the browser takes one of them. */
export function Picture({
  room = 'text',
  'data-dark': dark,
  'data-avif': avif,
  'data-webp': webp,
  'data-dark-avif': darkAvif,
  'data-dark-webp': darkWebp,
  alt = '',
  sizes = SIZES[room],
  ...props
}: PictureProps) {
  const isLarger = !dark && Number(props.width) > WIDEST;
  const larger = isLarger && typeof props.src === 'string' ? props.src : '';
  // Ornament, which has no words, is nothing to look into.
  const zoom = alt === '' ? undefined : larger;
  // biome-ignore lint/performance/noImgElement: next/image brings a runtime that reading pages do without.
  const image = <img loading="lazy" decoding="async" alt={alt} data-zoom={zoom} {...props} />;
  if (!(dark || avif || webp)) return image;
  return (
    <picture>
      {darkAvif && <source media={DARK} type="image/avif" srcSet={darkAvif} sizes={sizes} />}
      {darkWebp && <source media={DARK} type="image/webp" srcSet={darkWebp} sizes={sizes} />}
      {dark && <source media={DARK} srcSet={dark} />}
      {avif && <source type="image/avif" srcSet={avif} sizes={sizes} />}
      {webp && <source type="image/webp" srcSet={webp} sizes={sizes} />}
      {image}
    </picture>
  );
}
