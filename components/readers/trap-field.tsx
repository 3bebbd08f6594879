import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface TrapFieldProps {
  /** Where something filled it in, a person can see it and empty it: managers of passwords do, too. */
  isShown?: boolean;
  strings: Strings;
}

/** A field that only programs fill in, which `lib/readers` knows them by. */
export function TrapField({ isShown = false, strings }: TrapFieldProps) {
  if (isShown)
    return (
      <label>
        <span>{formatMessage(strings, 'leaveEmpty')}</span>
        <input name="website" autoComplete="off" />
      </label>
    );
  return (
    <label className="visually-hidden" aria-hidden="true">
      {formatMessage(strings, 'leaveEmpty')}
      <input name="website" tabIndex={-1} autoComplete="off" />
    </label>
  );
}
