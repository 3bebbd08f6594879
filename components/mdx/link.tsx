import type { ComponentPropsWithoutRef } from 'react';

/** A link in a text. */
export function Link({ children, ...props }: ComponentPropsWithoutRef<'a'>) {
  return <a {...props}>{children}</a>;
}
