import type { ComponentPropsWithoutRef } from 'react';

/** The box of a task in a list is read, not ticked. Any other field is what its author writes. */
export function Checkbox({ checked = false, ...props }: ComponentPropsWithoutRef<'input'>) {
  if (props.type !== 'checkbox' || !props.disabled)
    return <input {...props} {...(checked && { defaultChecked: true })} />;
  return <input type="checkbox" checked={checked} disabled aria-label={checked ? 'Done' : 'Not done'} />;
}
