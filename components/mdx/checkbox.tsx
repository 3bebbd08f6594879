import type { ComponentPropsWithoutRef } from 'react';

/** The box of a task in a list: read, not ticked. */
export function Checkbox({ checked = false }: ComponentPropsWithoutRef<'input'>) {
  return <input type="checkbox" checked={checked} disabled aria-label={checked ? 'Done' : 'Not done'} />;
}
