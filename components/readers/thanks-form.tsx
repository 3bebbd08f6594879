import { formatMessage, formatNumber, type Strings } from '@/lib/site/strings/messages';
import { THANKED, thanksPath } from '@/lib/urls';
import type { ThanksView } from '@/lib/views/thanks';

interface ThanksFormProps {
  slug: string;
  thanks: ThanksView;
  strings: Strings;
}

/** A button with which a reader thanks for a post, and how often that was done. The form is sent where there is no script. */
export function ThanksForm({ slug, thanks: { count }, strings }: ThanksFormProps) {
  return (
    <form className="thanks" method="post" action={thanksPath(slug)}>
      <button type="submit">
        {formatMessage(strings, 'sayThanks')}{' '}
        <span>{count > 0 && formatNumber(count, strings.language)}</span>
      </button>{' '}
      <span id={THANKED}>{formatMessage(strings, 'thanked')}</span>
    </form>
  );
}
