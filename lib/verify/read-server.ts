import type { SiteReader } from './site-reader';

/** Milliseconds that an answer may take. */
const MAX_WAIT = 20_000;

/** Reads the site at a URL as a visitor without cookies does. Throws where nobody answers. */
export function readServer(url: string): SiteReader {
  const { origin, pathname } = new URL(url);
  return {
    origin,
    base: pathname.replace(/\/+$/, ''),
    isServer: true,
    async read(path) {
      const answer = await fetch(new URL(path, origin), {
        redirect: 'manual',
        headers: { Accept: 'text/html,*/*' },
        signal: AbortSignal.timeout(MAX_WAIT),
      });
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      };
    },
  };
}
