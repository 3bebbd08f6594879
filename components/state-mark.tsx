import type { Post } from '@/lib/content/types';
import { formatDay } from '@/lib/dates';

interface StateMarkProps {
  post: Pick<Post, 'state' | 'date'>;
  /** Language of the date. Absent: English. */
  language?: string;
}

/** One or a few words on a post that readers do not find in lists; nothing for a published one. */
export function StateMark({ post, language = 'en' }: StateMarkProps) {
  const words = describeState(post, language);
  return words ? <span className="state-mark">{words}</span> : null;
}

function describeState({ state, date }: StateMarkProps['post'], language: string): string | undefined {
  if (state === 'draft') return 'Draft';
  if (state === 'unlisted') return 'Unlisted';
  if (state === 'scheduled') return date ? `Scheduled for ${formatDay(date, language)}` : 'Scheduled';
  return undefined;
}
