import { formatMessage, type Strings } from '@/lib/site/strings/messages';

/** A field that only programs fill in, which `lib/readers` knows them by. */
export function TrapField({ strings }: { strings: Strings }) {
  return (
    <label className="visually-hidden" aria-hidden="true">
      {formatMessage(strings, 'leaveEmpty')}
      <input name="website" tabIndex={-1} autoComplete="off" />
    </label>
  );
}
