import { type ServerResponse, STATUS_CODES } from 'node:http';
import { listHeaderRules, NEVER_STORED, toResponseHeaders } from '../site/response-headers';

/** Nothing of such an answer can run or be kept. */
const HEADERS = {
  ...toResponseHeaders(listHeaderRules(), '/'),
  ...NEVER_STORED,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Answers with a status and its name in place of a page. `further` are headers, names and values by turns. */
export function sendFailure(
  response: ServerResponse,
  status: number,
  further: readonly string[] = [],
  text = STATUS_CODES[status] ?? '',
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const headers = [...Object.entries(HEADERS).flat(), ...further];
  if (status === 204) {
    response.writeHead(status, headers).end();
    return;
  }
  const body = `${text}\n`;
  response.writeHead(status, [
    ...headers,
    ...['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', String(Buffer.byteLength(body))],
  ]);
  response.end(body);
}

/** Leads from an old address to the new one for good; kept by a browser only for as long as the site says so. */
export function sendRedirect(response: ServerResponse, location: string, extra: readonly string[]): void {
  const headers = { ...HEADERS, 'Cache-Control': 'public, max-age=0, must-revalidate', Location: location };
  response.writeHead(308, [...Object.entries(headers).flat(), ...extra, 'Content-Length', '0']).end();
}

/** Leads to where the site is on its host, for now: another site may be at the root of it tomorrow. */
export function sendElsewhere(response: ServerResponse, location: string, extra: readonly string[]): void {
  const headers = { ...HEADERS, Location: location };
  response.writeHead(307, [...Object.entries(headers).flat(), ...extra, 'Content-Length', '0']).end();
}
