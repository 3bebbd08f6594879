import type { Post } from '@/lib/content/types';
import { formatDay } from '@/lib/dates';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface StateMarkProps {
  post: Pick<Post, 'state' | 'date'>;
  strings: Strings;
}

/** One or a few words on a post that readers do not find in lists; nothing for a published one. */
export function StateMark({ post, strings }: StateMarkProps) {
  const words = describeState(post, strings);
  return words ? <span className="state-mark">{words}</span> : null;
}

function describeState({ state, date }: StateMarkProps['post'], strings: Strings): string | undefined {
  if (state === 'draft') return formatMessage(strings, 'draft');
  if (state === 'unlisted') return formatMessage(strings, 'unlisted');
  if (state !== 'scheduled') return undefined;
  if (!date) return formatMessage(strings, 'scheduled');
  return formatMessage(strings, 'scheduledFor', { date: formatDay(date, strings.language) });
}
