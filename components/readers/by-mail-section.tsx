import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { ByMailForm } from './by-mail-form';

/** No heading of a post has it. */
const ID = 'by.mail';

/** Below a post: the form with which new ones come by mail. */
export function ByMailSection({ section, strings }: { section: string; strings: Strings }) {
  return (
    <section className="comments by-mail" aria-labelledby={ID}>
      <h2 id={ID}>{formatMessage(strings, 'byMail')}</h2>
      <p className="meta">{formatMessage(strings, 'byMailLead')}</p>
      <ByMailForm section={section} strings={strings} />
    </section>
  );
}
