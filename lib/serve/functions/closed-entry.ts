import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The entry of a route whose answers are all finished: hosts that keep a function for it call it for what is no answer of the
 * build. `notFound` is the finished page for addresses that do not exist, `missingBelow` that of each section by its path.
 */
export function createClosedEntry(notFound: string, missingBelow: Readonly<Record<string, string>> = {}) {
  return {
    async handler(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const { method = 'GET', headers, url = '/' } = request;
      response.setHeader('Cache-Control', 'no-store');
      if (method !== 'GET' && method !== 'HEAD') {
        response.setHeader('Allow', 'GET, HEAD');
        return refuse(response, 405, 'This address can be read and nothing else.');
      }
      // It leads past the finished page to this entry, which has none.
      if (headers['next-action'] !== undefined || /^multipart\//.test(headers['content-type'] ?? ''))
        return refuse(response, 400, 'There is nothing to be sent here.');
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      const section = Object.keys(missingBelow).find((path) => url.startsWith(`${path}/`));
      const page = section === undefined ? notFound : missingBelow[section];
      response.end(method === 'HEAD' ? undefined : page);
    },
  };
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(text);
}
