import type { ComponentPropsWithoutRef } from 'react';

interface FigureProps extends ComponentPropsWithoutRef<'img'> {
  /** Words among `wide`, `page` and `ink`. */
  'data-show'?: string;
  /** Address of the same image for the dark theme. */
  'data-dark'?: string;
}

/** An image of a text; its title, when it has one, is the caption. Loaded when it comes near. */
export function Figure({ title, 'data-show': show, ...props }: FigureProps) {
  const classes = show?.split(' ').map((word) => `figure-${word}`) ?? [];
  if (!title) return <Picture {...props} {...(show && { className: classes.join(' ') })} />;
  return (
    <figure className={['figure', ...classes].join(' ')}>
      <Picture {...props} />
      <figcaption>{title}</figcaption>
    </figure>
  );
}

function Picture({ 'data-dark': dark, alt = '', ...props }: Omit<FigureProps, 'title' | 'data-show'>) {
  // biome-ignore lint/performance/noImgElement: next/image brings a runtime that reading pages do without.
  const image = <img loading="lazy" decoding="async" alt={alt} data-zoom="" {...props} />;
  if (!dark) return image;
  return (
    <picture>
      {/* The script of the themes rewrites this condition where the reader has chosen a theme. */}
      <source media="screen and (prefers-color-scheme: dark)" srcSet={dark} />
      {image}
    </picture>
  );
}
