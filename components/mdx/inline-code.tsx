import type { ComponentPropsWithoutRef } from 'react';

/** The longest code that stays on one line; longer code may break anywhere. */
const LONGEST_UNBROKEN = 28;

/** Code within a line of text. */
export function InlineCode({ children, ...props }: ComponentPropsWithoutRef<'code'>) {
  const isLong = typeof children === 'string' && children.length > LONGEST_UNBROKEN;
  return (
    <code {...(isLong && { className: 'long-code' })} {...props}>
      {children}
    </code>
  );
}
