import type { FetchedPage } from './fetch-page';
import { scanPage } from './scan-page';

/** Where a page wants to be reported links to it (Webmention, 3.1.2): its header first, then its first element that says so. */
export function findEndpoint({ headers, url, text, type }: FetchedPage): string | undefined {
  const inHeader = findInHeader([headers.link ?? []].flat().join(', '));
  if (inHeader !== undefined) return URL.canParse(inHeader, url) ? new URL(inHeader, url).href : undefined;
  const isHtml = type === 'text/html' || type === 'application/xhtml+xml';
  return isHtml ? scanPage(text, url)?.endpoint : undefined;
}

/** Addresses in angle brackets, each with its parameters (RFC 8288); of several relations the first parameter decides. */
function findInHeader(header: string): string | undefined {
  for (const [, address = '', parameters = ''] of header.matchAll(LINK)) {
    const [, quoted, plain = ''] = RELATION.exec(parameters) ?? [];
    if ((quoted ?? plain).toLowerCase().split(/\s+/).includes('webmention')) return address.trim();
  }
  return undefined;
}

const LINK = /<([^<>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+(?:\s*=\s*(?:"[^"]*"|[^\s",;]+))?)*)/g;
const RELATION = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i;
