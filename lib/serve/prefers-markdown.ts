import Negotiator from 'negotiator';

/** Whether a client that sends this `Accept` would rather have Markdown than HTML. Browsers never name it. */
export function prefersMarkdown(accept: string | undefined): boolean {
  if (accept === undefined || !/text\/markdown/i.test(accept)) return false;
  return (
    new Negotiator({ headers: { accept } }).mediaType(['text/html', 'text/markdown']) === 'text/markdown'
  );
}
