import type { ComponentPropsWithoutRef } from 'react';

/** An image of a text; its title, when it has one, is the caption. Loaded when it comes near. */
export function Figure({ title, alt = '', ...props }: ComponentPropsWithoutRef<'img'>) {
  // biome-ignore lint/performance/noImgElement: next/image brings a runtime that reading pages do without.
  const image = <img loading="lazy" decoding="async" alt={alt} {...props} />;
  if (!title) return image;
  return (
    <figure className="figure">
      {image}
      <figcaption>{title}</figcaption>
    </figure>
  );
}
