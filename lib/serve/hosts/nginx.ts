import { STRICT_TRANSPORT_SECURITY } from '../../site/response-headers';
import { type AcceptWeight, HTML_FIRST, listHtmlWeights, listMarkdownWeights } from './accept-weights';
import { type HeaderValues, listHeaderValues } from './header-values';
import type { HostRedirect, HostSite } from './host-site';
import { UNKNOWN_TYPE } from './media-types';
import { quote } from './quote';

/**
 * Settings of nginx for a site of files, to be included in its `http` block. Names of variables carry the host's name: one nginx
 * serves several sites.
 */
export function renderNginx(site: HostSite): string {
  const { hostname } = site.url;
  const prefix = `$${hostname.replace(/[^a-z0-9]+/gi, '_')}`;
  const headers = listHeaderValues(site);
  return `# nginx (1.19 or newer) for ${hostname}, to be included in the http block: /etc/nginx/conf.d/${hostname}.conf
# Written by \`npm run build\`. Change \`listen\` (and add your certificate) and \`root\` to suit the machine, in a copy.

${headers.map((values) => formatMap(values, prefix)).join('\n')}
map "$https:$http_x_forwarded_proto" ${prefix}_strict_transport_security {
  "~^on:" ${quote(STRICT_TRANSPORT_SECURITY)};
  "~:https$" ${quote(STRICT_TRANSPORT_SECURITY)};
  default "";
}
${formatMissing(site, prefix)}${formatNegotiation(site, prefix)}
server {
  listen 80;
  listen [::]:80;
  server_name ${hostname};
  root /var/www/${hostname};

  absolute_redirect off;
  server_tokens off;
  autoindex off;
  gzip_static on;
  gzip_vary on;
  # With the module of that name, and where the build wrote such files:
  # brotli_static on;
  error_page 404 ${site.sections.length > 0 ? `${prefix}_missing` : '/404.html'};

${headers.map(({ name }) => `  add_header ${name} ${toVariable(prefix, name)} always;\n`).join('')}\
  add_header Strict-Transport-Security ${prefix}_strict_transport_security always;
${site.markdownFolders.length === 0 ? '' : `  add_header Vary ${prefix}_vary;\n  add_header Content-Location ${prefix}_content_location;\n`}
  default_type ${UNKNOWN_TYPE};
${formatTypes(site)}${formatBase(site)}
  location / {
    try_files ${site.markdownFolders.length === 0 ? '' : `$uri${prefix}_markdown `}$uri $uri.html $uri/index.html =404;
  }

  # Redirects spell the address as it was sent: decoded, it could end the line of the header. An address that starts with two
  # slashes, or a slash and a backslash, would lead to another host.
  location ~ "\\.html$" {
    if (!-f $request_filename) { return 404; }
    if ($request_uri ~ "^/index\\.html(\\?.*)?$") { return 301 /$1; }
    if ($request_uri ~ "^(/(?![/\\\\\\\\])[^?]*?)(?:/index)?\\.html(\\?.*)?$") { return 301 $1$2; }
    return 404;
  }
  location ~ "./$" {
    if ($request_uri ~ "^(/(?![/\\\\\\\\])[^?]*?)/+(\\?.*)?$") { return 301 $1$2; }
    return 404;
  }
  location ~ "/\\.(?!well-known/)|^/_(headers|redirects)$|\\.(br|gz)$" { return 404; }
  location = /404.html { internal; }
${site.sections.map((path) => `  location = ${path}/404.html { internal; }\n`).join('')}\
${formatExceptions(site)}${site.redirects.map(formatRedirect).join('')}}
`;
}

function formatMap({ name, everywhere, special, missing }: HeaderValues, prefix: string): string {
  const lines = [
    `"~^[45]" ${quoteValue(missing)}`,
    ...special.map(({ source, value }) => `${quote(`~^[23]..:${source.slice(1)}`)} ${quoteValue(value)}`),
    `default ${quoteValue(everywhere)}`,
  ];
  return `map "$status:$uri" ${toVariable(prefix, name)} {\n${lines.map((line) => `  ${line};\n`).join('')}}`;
}

/**
 * Posts are Markdown for clients that prefer it. Weights are numbers of five figures, whose last one decides between equal ones;
 * one is greater where, after figures that both begin with, its next figure is.
 */
function formatNegotiation({ base, markdownFolders }: HostSite, prefix: string): string {
  if (markdownFolders.length === 0) return '';
  const greater = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((figure) => `${figure}[0-9]* \\1[0-${figure - 1}]`);
  const folders = markdownFolders.map((folder) => escapeSource(base + encodeURI(folder))).join('|');
  const asked = `(?<asked_for>(?:${folders})/[^/?]+)(?<!\\.md)(?:\\?|$)`;
  const markdown = `${prefix}_markdown_weight`;
  const html = `${prefix}_html_weight`;
  const first = `${prefix}_html_first`;
  return `
map $http_accept ${markdown} {\n${listMarkdownWeights().map(formatWeight).join('')}  default 0000;\n}
map $http_accept ${html} {\n${listHtmlWeights().map(formatWeight).join('')}  default 0000;\n}
map $http_accept ${first} {\n  ${quote(`~*${HTML_FIRST}`)} 2;\n  default 0;\n}
map "${toBraces(markdown)}1 ${toBraces(html)}${toBraces(first)}" ${prefix}_markdown {
  "~^0000" "";
  ${quote(`~^([0-9]*)(?:${greater.join('|')})`)} .md;
  default "";
}
map "$status:$request_uri" ${prefix}_vary {\n  ${quote(`~^[23]..:${asked}`)} Accept;\n  default "";\n}
map "$status${prefix}_markdown:$request_uri" ${prefix}_content_location {
  ${quote(`~^2..\\.md:${asked}`)} $asked_for.md;
  default "";
}
`;
}

function formatWeight({ source, toWeight }: AcceptWeight): string {
  const named = source.replace('([', '(?<accepted>[');
  return `  ${quote(`~*${named}`)} ${toWeight(`\${accepted}`)};\n`;
}

/** A variable with figures behind it. */
function toBraces(variable: string): string {
  return `\${${variable.slice(1)}}`;
}

function escapeSource(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Sections have a page of their own for addresses below them that do not exist. */
function formatMissing({ base, sections }: HostSite, prefix: string): string {
  if (sections.length === 0) return '';
  const lines = sections.map((path) => `  "~^${base}${path}(/|$)" ${path}/404.html;\n`);
  return `\nmap $request_uri ${prefix}_missing {\n${lines.join('')}  default /404.html;\n}\n`;
}

function toVariable(prefix: string, name: string): string {
  return `${prefix}_${name.toLowerCase().replaceAll('-', '_')}`;
}

/** A value in which nginx would put variables: it knows no way to write a dollar sign. */
function quoteValue(value: string): string {
  if (value.includes('$'))
    throw new Error(`The header value ${JSON.stringify(value)} cannot contain "$" for nginx.`);
  return quote(value);
}

function formatTypes({ types }: HostSite): string {
  const lines = [...types.byEnding].map(([ending, type]) => `    ${quote(type)} ${ending};\n`);
  return `  types {\n${lines.join('')}  }\n`;
}

/** Addresses whose file would get another type, or be hidden or redirected. */
function formatExceptions({ types, kept }: HostSite): string {
  const typed = [...types.exceptions].map(
    ([address, type]) => `  location = ${quote(address)} { types { } default_type ${quote(type)}; }\n`,
  );
  const plain = kept.filter((address) => !types.exceptions.has(address) && address !== '/404.html');
  return [...typed, ...plain.map((address) => `  location = ${quote(address)} { }\n`)].join('');
}

/** The files lie at the root; what is asked for is below the path. */
function formatBase({ base }: HostSite): string {
  if (base === '') return '';
  return `
  rewrite "^${base}/?$" /;
  # The page for missing addresses is at no address.
  rewrite "^${base}/404\\.html$" /404.html.none;
  rewrite "(?s)^${base}(/.+)$" $1;
`;
}

function formatRedirect({ path, to }: HostRedirect): string {
  const target = quote(`${to.replaceAll('$', '%24')}$is_args$args`);
  return [path, `${path}/`]
    .map((address) => `  location = ${quote(address)} { return 301 ${target}; }\n`)
    .join('');
}
