import { absoluteUrl, toBasePath } from '../../urls';
import { renderCsp } from '../csp';

/** The page loads nothing: it contains a link and redirects. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** A page that redirects to `to`, a path of the site, for hosts that cannot redirect by themselves. */
export function renderRedirectPage(to: string, siteUrl: string, language: string): string {
  const path = toAttribute(toBasePath(siteUrl) + to);
  return (
    `<!DOCTYPE html><html lang="${toAttribute(language)}"><head><meta charset="utf-8"/>${renderCsp(POLICY)}` +
    '<title>Moved</title>' +
    `<link rel="canonical" href="${toAttribute(absoluteUrl(siteUrl, to))}"/><meta http-equiv="refresh" content="0;url=${path}"/></head>` +
    `<body><p>This page <a href="${path}">has moved</a>.</p></body></html>\n`
  );
}

function toAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
