/** Where Akismet answers; other services understand the same question. */
const AKISMET = 'https://rest.akismet.com/1.1/comment-check';

/** What an answer may take, in milliseconds: the comment waits for a moderator meanwhile. */
const MAX_ANSWER_TIME = 10_000;

/** What the service is sent of a comment. */
export interface SuspectComment {
  readonly name: string;
  readonly mail?: string;
  readonly body: string;
  readonly created: number;
  /** Address of the post. */
  readonly page: string;
  /** Address of the site. */
  readonly site: string;
  readonly language: string;
  /** Address of the network it came from. */
  readonly address: string;
  readonly userAgent: string;
}

/** Whether a service is asked at all: nothing is sent anywhere without a key. */
export function isSpamChecked(): boolean {
  return Boolean(process.env.AKISMET_KEY);
}

/**
 * Whether the service of `AKISMET_KEY` takes a comment for spam. Throws where it does not say: where it is away, slow, or does not
 * accept the key.
 */
export async function checkSpam(comment: SuspectComment, answerTime = MAX_ANSWER_TIME): Promise<boolean> {
  const { AKISMET_KEY = '', AKISMET_URL } = process.env;
  const response = await fetch(AKISMET_URL || AKISMET, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ api_key: AKISMET_KEY, blog: comment.site, blog_lang: comment.language, blog_charset: 'UTF-8' },
      ...{ user_ip: comment.address, user_agent: comment.userAgent, permalink: comment.page },
      ...{ comment_type: 'comment', comment_author: comment.name, comment_content: comment.body },
      comment_date_gmt: new Date(comment.created).toISOString(),
      ...(comment.mail && { comment_author_email: comment.mail }),
    }),
    // The key is for this address alone.
    redirect: 'error',
    signal: AbortSignal.timeout(answerTime),
  });
  const answer = (await response.text()).trim().slice(0, 100);
  if (response.ok && /^(true|false)$/.test(answer)) return answer === 'true';
  const help = response.headers.get('x-akismet-debug-help') ?? answer;
  throw new Error(`the service that checks for spam answered ${response.status}: ${help}`);
}
