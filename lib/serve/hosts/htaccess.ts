import { STRICT_TRANSPORT_SECURITY } from '../../site/response-headers';
import { type HeaderValues, listHeaderValues } from './header-values';
import type { HostRedirect, HostSite } from './host-site';
import { UNKNOWN_TYPE } from './media-types';
import { quote } from './quote';

/** Settings of Apache (2.4) for the folder that holds a site of files: `.htaccess`. */
export function renderHtaccess(site: HostSite): string {
  const headers = listHeaderValues(site);
  return `# Apache 2.4, with \`AllowOverride All\`. Written by \`npm run build\`.
Options -Indexes -MultiViews
DirectoryIndex disabled
DirectorySlash Off
ErrorDocument 404 ${site.base}/404.html
${site.sections.map((path) => formatMissing(path, site.base)).join('')}\
AddDefaultCharset Off

<FilesMatch ".">
  ForceType ${UNKNOWN_TYPE}
</FilesMatch>
${formatTypes(site)}
<IfModule mod_headers.c>
${headers.map((values) => formatHeader(values, site.base)).join('')}\
  Header always set Strict-Transport-Security ${quote(STRICT_TRANSPORT_SECURITY)} "expr=%{HTTPS} == 'on' || %{HTTP:X-Forwarded-Proto} == 'https'"
${formatExceptions(site)}\
  <FilesMatch "\\.br$">
    Header set Content-Encoding br
  </FilesMatch>
  <FilesMatch "\\.gz$">
    Header set Content-Encoding gzip
  </FilesMatch>
${site.kept
  .filter((address) => /\.(br|gz)$/.test(address))
  .map(
    (address) =>
      `  Header unset Content-Encoding "expr=${toCondition(`^${escapeSource(address)}$`, site.base)}"\n`,
  )
  .join('')}\
  Header merge Vary Accept-Encoding
</IfModule>

RewriteEngine On
${site.base === '' ? '' : `RewriteBase ${site.base}/\n`}\
# The page for missing addresses, not the address of that name.
RewriteCond %{ENV:REDIRECT_STATUS} =404
RewriteRule "^404\\.html$" - [END]
${site.redirects.filter(isExpressible).map(formatRedirect).join('')}\
${site.kept.map((address) => `RewriteRule ${quoteSource(`^${escapeSource(address.slice(1))}$`)} - [END]\n`).join('')}\
RewriteRule "(^|/)\\.(?!well-known/)|^_(headers|redirects)$|^404\\.html$|\\.(br|gz)$" - [R=404,L]

# An address that starts with two slashes, or a slash and a backslash, would lead to another host.
RewriteCond %{REQUEST_FILENAME} -f
RewriteCond %{THE_REQUEST} "^[A-Z]+ ${site.base}/index\\.html[ ?]"
RewriteRule "^index\\.html$" ${site.base || '/'} [R=301,L]
RewriteCond %{REQUEST_FILENAME} -f
RewriteCond %{THE_REQUEST} "^[A-Z]+ (/(?![/\\\\\\\\])[^ ?]*?)(?:/index)?\\.html[ ?]"
RewriteRule "\\.html$" %1 [R=301,NE,L]
RewriteCond %{THE_REQUEST} "^[A-Z]+ (/(?![/\\\\\\\\])[^ ?]*?)/+[ ?]"
RewriteRule "./$" %1 [R=301,NE,L]

# What the address means, then its smallest form.
RewriteRule "^$" index.html
RewriteCond %{REQUEST_FILENAME} !-f
RewriteCond %{REQUEST_FILENAME}.html -f
RewriteRule "^(.+)$" "$1.html"
RewriteCond %{REQUEST_FILENAME} !-f
RewriteCond %{REQUEST_FILENAME}/index.html -f
RewriteRule "^(.+)$" "$1/index.html"
RewriteCond %{REQUEST_FILENAME} -d
RewriteRule "^" - [R=404,L]
RewriteCond %{HTTP:Accept-Encoding} "\\bbr\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))"
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule "^(.+)$" "$1.br" [END,E=no-gzip:1,E=no-brotli:1]
RewriteCond %{HTTP:Accept-Encoding} "\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))"
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule "^(.+)$" "$1.gz" [END,E=no-gzip:1,E=no-brotli:1]
RewriteRule "^" - [END]
`;
}

function formatTypes({ types }: HostSite): string {
  const rules = [...types.byEnding].map(
    ([ending, type]) =>
      `<FilesMatch "(?i)\\.${ending}(\\.br|\\.gz)?$">\n  ForceType ${quote(type)}\n</FilesMatch>\n`,
  );
  return rules.join('');
}

function formatHeader({ name, everywhere, special, missing }: HeaderValues, base: string): string {
  const set = (value: string, condition: string) =>
    value === ''
      ? `  Header always unset ${name} "expr=${condition}"\n`
      : `  Header always set ${name} ${quote(value.replaceAll('%', '%%'))} "expr=${condition}"\n`;
  return [
    everywhere === '' ? '' : `  Header always set ${name} ${quote(everywhere.replaceAll('%', '%%'))}\n`,
    // The first that fits decides: it comes last.
    ...[...special].reverse().map(({ source, value }) => set(value, toCondition(source, base))),
    missing === everywhere ? '' : set(missing, '%{REQUEST_STATUS} -ge 400'),
  ].join('');
}

function formatExceptions({ base, types }: HostSite): string {
  return [...types.exceptions]
    .map(([address, type]) => {
      const condition = `%{REQUEST_STATUS} -lt 400 && ${toCondition(`^${escapeSource(address)}$`, base)}`;
      return `  Header set Content-Type ${quote(type)} "expr=${condition}"\n`;
    })
    .join('');
}

/** An expression that fits decoded paths, also of their compressed form. */
function toCondition(source: string, base: string): string {
  const below = source.replace(/^\^/, `^${escapeSource(base)}`);
  const pattern = below.replace(/\$$/, '(\\.br|\\.gz)?$').replace(/["#']/g, toHex);
  return `%{REQUEST_URI} =~ m#${pattern.replaceAll('\\', '\\\\')}#`;
}

function toHex(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16)}`;
}

function escapeSource(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Apache puts variables in the place of `${…}` wherever it stands. */
function isExpressible({ path }: HostRedirect): boolean {
  return !path.includes('${');
}

function formatRedirect({ path, to }: HostRedirect): string {
  const pattern = quoteSource(`^${escapeSource(path.slice(1))}/?$`);
  // A percent sign or dollar sign before a digit would be a part of what was found.
  const target = quoteSource(to.replace(/[%$]/g, '\\$&'));
  return `RewriteRule ${pattern} ${target} [R=301,NC,NE,L]\n`;
}

/** A section has a page of its own for addresses below it that do not exist. */
function formatMissing(path: string, base: string): string {
  return `<If "%{REQUEST_URI} =~ m#^${base}${path}(/|$)#">\n  ErrorDocument 404 ${base}${path}/404.html\n</If>\n`;
}

/** As mod_rewrite reads it: apart from others, it knows no escapes. */
function quoteSource(source: string): string {
  return `"${source.replaceAll('"', toHex)}"`;
}
