import { cookies } from 'next/headers';
import { CommentForm } from '@/components/readers/comment-form';
import { getChallengePath } from '@/lib/bundles/challenge-script';
import type { Post } from '@/lib/content/types';
import { makeChallenge } from '@/lib/readers/challenge';
import type { Comment } from '@/lib/readers/comment';
import type { CommentDraft } from '@/lib/readers/comment-draft';
import { SESSION_COOKIE } from '@/lib/readers/moderators';
import { quote } from '@/lib/readers/quote';
import type { ReadersPart } from '@/lib/readers/readers-part';
import { makeStamp } from '@/lib/readers/stamp';
import { sendCommentPath } from '@/lib/urls';
import { findCommentAuthor } from '@/lib/views/comment-author';
import { getIndex, getStrings } from '@/lib/views/current-index';

interface Form {
  readonly post: Post;
  readonly part: ReadersPart;
  /** What was typed before. */
  readonly draft: CommentDraft | undefined;
  /** The comment that is changed. */
  readonly own: Comment | undefined;
  /** The comment that is answered, with its words in the answer where `isQuoted`. */
  readonly parent: Comment | undefined;
  readonly isQuoted: boolean;
}

/** The form to write a comment, or to change one. */
export async function showForm({ post, part, draft, own, parent, isQuoted }: Form) {
  const { secret } = part;
  const session = (await cookies()).get(SESSION_COOKIE)?.value;
  const stamp = makeStamp(secret, post.id);
  const quoted = parent && isQuoted ? quote(parent.body) : '';
  return (
    <CommentForm
      action={sendCommentPath(post.slug)}
      values={{
        name: draft?.name ?? '',
        mail: draft?.mail ?? '',
        body: draft?.body ?? own?.body ?? quoted,
        parent: parent?.id ?? '',
      }}
      stamp={stamp}
      challenge={
        draft?.isChallenged
          ? { challenge: await makeChallenge(secret, stamp), script: getChallengePath() }
          : undefined
      }
      isTrapped={draft?.fault === 'trap' && !draft.isChallenged}
      answered={parent?.name}
      edited={own?.id}
      author={await findCommentAuthor(part, getIndex(), session)}
      strings={getStrings()}
    />
  );
}
