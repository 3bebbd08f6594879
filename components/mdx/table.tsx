import type { ComponentPropsWithoutRef } from 'react';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface TableProps extends ComponentPropsWithoutRef<'table'> {
  strings: Strings;
}

/** A table in a scroller of its own, so that a wide one can be read by touch and by keyboard. */
export function Table({ 'aria-labelledby': caption, strings, ...props }: TableProps) {
  const name = caption ? { 'aria-labelledby': caption } : { 'aria-label': formatMessage(strings, 'table') };
  return (
    // A group and not a region: every region is a landmark, and landmarks need names that differ.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the parts of a form.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable to be scrolled with the keys.
    <div className="table-scroller" role="group" {...name} tabIndex={0}>
      <table {...props} />
    </div>
  );
}
