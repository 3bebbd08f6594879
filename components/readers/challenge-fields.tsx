import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { getBasePath } from '@/lib/urls';

interface ChallengeFieldsProps {
  challenge: string;
  /** Path of what solves it. */
  script: string;
  strings: Strings;
}

/** A challenge that a script solves, which then sends the form; without one the form is sent as it is, and waits. */
export function ChallengeFields({ challenge, script, strings }: ChallengeFieldsProps) {
  return (
    <>
      <input type="hidden" name="challenge" value={challenge} />
      <input type="hidden" name="solution" />
      <p className="meta">{formatMessage(strings, 'noProof')}</p>
      <script data-colophon="" type="module" src={getBasePath() + script} />
    </>
  );
}
