import type { DeskFacts } from '@/lib/readers/desk-facts';
import { Decisions } from '../readers/decisions';

interface DeskWaitingProps {
  facts: DeskFacts;
  /** Posts by their ids. */
  posts: ReadonlyMap<string, { title: string; href: string }>;
}

/** What waits for the author: comments to decide on, newsletters that are not sent to all yet; and how many subscribed. */
export function DeskWaiting({ facts, posts }: DeskWaitingProps) {
  const { comments, held, newsletters } = facts;
  const more = held - comments.filter(({ state }) => state === 'held').length;
  return (
    <>
      <p>{describe(facts)}</p>
      {newsletters.map(({ post, sent, waiting, sending }) => (
        <p key={post}>
          Newsletter “{posts.get(post)?.title ?? post}”: {sent} sent, {waiting} to go
          {sending > 0 && `, ${sending} on their way or interrupted`}.
        </p>
      ))}
      {comments.length > 0 && (
        <ol className="comments comment-list">
          {comments.map((comment) => {
            const on = posts.get(comment.post);
            return (
              <li key={comment.id}>
                <Decisions comment={comment} action="/desk/decide" {...(on && { on })} />
              </li>
            );
          })}
        </ol>
      )}
      {more > 0 && (
        <p>
          And {more} more: decide on these, or run <code>npm run readers -- list held</code>.
        </p>
      )}
    </>
  );
}

function describe({ held, queued, subscribers }: DeskFacts): string {
  const parts = [
    held === 0 ? 'No comments wait' : `${held} ${held === 1 ? 'comment waits' : 'comments wait'}`,
    ...(subscribers
      ? [
          `${subscribers.confirmed} ${subscribers.confirmed === 1 ? 'subscriber' : 'subscribers'}`,
          ...(subscribers.asked > 0 ? [`${subscribers.asked} not confirmed yet`] : []),
          ...(subscribers.bounced > 0 ? [`${subscribers.bounced} whom mails do not reach`] : []),
        ]
      : []),
    ...(queued > 0 ? [`${queued} reported ${queued === 1 ? 'page' : 'pages'} to fetch`] : []),
  ];
  return `${parts.join(' · ')}.`;
}
