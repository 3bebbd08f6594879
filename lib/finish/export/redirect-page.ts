import { formatMessage, type Strings, splitMessage } from '../../site/strings/messages';
import { absoluteUrl, toBasePath } from '../../urls';
import { renderCsp } from '../csp';

/** The page loads nothing: it contains a link and redirects. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** A page that redirects to `to`, a path of the site, for hosts that cannot redirect by themselves. */
export function renderRedirectPage(to: string, siteUrl: string, strings: Strings): string {
  const path = escapeHtml(toBasePath(siteUrl) + to);
  const words = splitMessage(strings, 'hasMoved').map((part) => {
    if (typeof part === 'string') return escapeHtml(part);
    return 'text' in part ? `<a href="${path}">${escapeHtml(part.text)}</a>` : '';
  });
  return (
    `<!DOCTYPE html><html lang="${escapeHtml(strings.language)}"><head><meta charset="utf-8"/>${renderCsp(POLICY)}` +
    `<title>${escapeHtml(formatMessage(strings, 'moved'))}</title>` +
    `<link rel="canonical" href="${escapeHtml(absoluteUrl(siteUrl, to))}"/>` +
    `<meta http-equiv="refresh" content="0;url=${path}"/></head><body><p>${words.join('')}</p></body></html>\n`
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
