import type { ComponentPropsWithoutRef } from 'react';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface CheckboxProps extends ComponentPropsWithoutRef<'input'> {
  strings: Strings;
}

/** The box of a task in a list is read, not ticked. Any other field is what its author writes. */
export function Checkbox({ checked = false, strings, ...props }: CheckboxProps) {
  if (props.type !== 'checkbox' || !props.disabled)
    return <input {...props} {...(checked && { defaultChecked: true })} />;
  const name = formatMessage(strings, checked ? 'done' : 'notDone');
  return <input type="checkbox" checked={checked} disabled aria-label={name} />;
}
