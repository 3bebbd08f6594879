interface Rewrite {
  readonly source: string;
  readonly destination: string;
  readonly has?: { type: 'header'; key: string; value: string }[];
}

/**
 * `Accept` that asks for Markdown: it is named and not refused, and HTML is not named, or named after it. A rule cannot compare
 * more; `npm start` weighs every value.
 */
export const ASKS_FOR_MARKDOWN =
  '(?:(?!.*text/html)(?!.*text/markdown *; *q=0(?:\\.0*)? *(?:,|$)).*text/markdown.*|(?:(?!text/html).)*text/markdown(?! *; *q=0).*)';

/** Posts as Markdown, at addresses of their own and for clients that ask for it. Below `base`, where there is one. */
export function listMarkdownRewrites(base: string): Rewrite[] {
  const destination = '/markdown/:slug';
  return [
    { source: `${base}/posts/:slug([^/]+)\\.md`, destination },
    {
      source: `${base}/posts/:slug`,
      has: [{ type: 'header', key: 'accept', value: ASKS_FOR_MARKDOWN }],
      destination,
    },
  ];
}

/** What caches have to know of the addresses that are negotiated. */
export const NEGOTIATED = { source: '/posts/:slug', headers: [{ key: 'Vary', value: 'Accept' }] };
