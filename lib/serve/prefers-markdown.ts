import Negotiator from 'negotiator';

/** Whether a client that sends this `Accept` would rather have Markdown than HTML. Browsers never name it. */
export function prefersMarkdown(accept: string | undefined): boolean {
  if (accept === undefined || !/text\/markdown/i.test(accept)) return false;
  // A character set or a variant (RFC 7763) makes no other type here.
  const plain = accept.replace(/;(?!\s*q\s*=)[^;,]*/gi, '');
  const negotiator = new Negotiator({ headers: { accept: plain } });
  return negotiator.mediaType(['text/html', 'text/markdown']) === 'text/markdown';
}
