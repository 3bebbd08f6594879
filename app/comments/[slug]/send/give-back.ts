import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage } from '@/lib/site/strings/messages';
import { getStrings } from '@/lib/views/current-index';
import { respondWithKeptText } from '../../../_shared/kept-text-response';

interface GivenBack {
  readonly status: 403 | 429 | 503;
  readonly message: MessageName;
  /** The text of the comment. */
  readonly body: string;
  /** After how many milliseconds it can be sent again; absent where it cannot. */
  readonly wait?: number;
}

/** Says what is wrong on a page that needs no database, with the text on it. */
export function giveBack({ status, message, body, wait }: GivenBack): Response {
  const strings = getStrings();
  const { language } = strings;
  return respondWithKeptText({
    status,
    message: formatMessage(strings, message),
    language,
    text: body,
    wait,
  });
}
