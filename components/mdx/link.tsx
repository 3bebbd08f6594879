import type { ComponentPropsWithoutRef } from 'react';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface LinkProps extends ComponentPropsWithoutRef<'a'> {
  /** Number of the note that the link leads back from. */
  'data-note'?: string;
  strings: Strings;
}

/** A link in a text. */
export function Link({ children, 'data-note': number, strings, ...props }: LinkProps) {
  const name = number !== undefined && { 'aria-label': formatMessage(strings, 'backToText', { number }) };
  return (
    <a {...props} {...name}>
      {children}
    </a>
  );
}
