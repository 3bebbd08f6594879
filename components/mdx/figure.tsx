import type { ComponentPropsWithoutRef } from 'react';
import { Picture, type PictureProps } from './picture';

export interface FigureProps extends Omit<PictureProps, 'room'> {
  title?: ComponentPropsWithoutRef<'img'>['title'];
  /** Words among `wide`, `page`, `half` and `ink`. */
  'data-show'?: string;
}

/** An image of a text; its title, when it has one, is the caption. Loaded when it comes near. */
export function Figure({ title, 'data-show': show, ...props }: FigureProps) {
  const words = show?.split(' ') ?? [];
  const classes = words.filter((word) => word !== 'half').map((word) => `figure-${word}`);
  const room = words.find((word) => word === 'wide' || word === 'page' || word === 'half');
  if (!title)
    return <Picture {...props} room={room} {...(classes.length > 0 && { className: classes.join(' ') })} />;
  return (
    <figure className={['figure', ...classes].join(' ')}>
      <Picture {...props} room={room} />
      <figcaption>{title}</figcaption>
    </figure>
  );
}
