import { STRICT_TRANSPORT_SECURITY } from '../../site/response-headers';
import { type AcceptWeight, HTML_FIRST, listHtmlWeights, listMarkdownWeights } from './accept-weights';
import { type HeaderValues, listHeaderValues } from './header-values';
import type { HostSite } from './host-site';
import { UNKNOWN_TYPE } from './media-types';

/** Settings of Caddy for a site of files. */
export function renderCaddyfile(site: HostSite): string {
  const { hostname } = site.url;
  const headers = listHeaderValues(site);
  return `# Caddy (2.6 or newer) for ${hostname}.
# Written by \`npm run build\`. Change \`root\` to suit the machine, in a copy.

${hostname} {
	root * /var/www/${hostname}

	# In this order: of several headers of one name the last one is sent.
	route {
${site.base === '' ? '' : `		uri strip_prefix ${site.base}\n`}\
		uri path_regexp /{2,} /
${formatRedirects(site)}
		@hidden {
			path /404.html /_headers /_redirects */.* *.br *.gz
			not path /.well-known/*${formatKept(site)}
		}
		error @hidden 404
		@control path_regexp [\\x00-\\x1f]
		error @control 400

		@page {
			path *.html
			file${site.kept.filter(isExpressible).length > 0 ? `\n\t\t\tnot path${formatKept(site)}` : ''}
		}
		route @page {
			uri strip_suffix .html
			uri path_regexp /index$ /
			uri path_regexp (.)/$ $1
			redir ${site.base === '' ? '' : `* ${site.base}`}{uri} 301
		}
		@slash path_regexp ./$
		route @slash {
			uri path_regexp (.)/+$ $1
			redir ${site.base === '' ? '' : `* ${site.base}`}{uri} 301
		}

${formatNegotiation(site)}		try_files {path} {path}.html {path}/index.html
${headers.map((values, index) => formatHeader(values, `header${index}`)).join('')}\
		@https protocol https
		header @https Strict-Transport-Security ${quote(STRICT_TRANSPORT_SECURITY)}
		@forwarded header X-Forwarded-Proto https
		header @forwarded Strict-Transport-Security ${quote(STRICT_TRANSPORT_SECURITY)}
${formatTypes(site)}
		file_server {
			precompressed br gzip
			index off
		}
	}

	handle_errors {
${headers.map(({ name, missing }) => `\t\t${formatValue('', name, missing)}\n`).join('')}\
		@missing expression {http.error.status_code} == 404
		handle @missing {
			header Content-Type "text/html; charset=utf-8"
${formatMissing(site)}			file_server {
				precompressed br gzip
			}
		}
	}
}
`;
}

/** Sections have a page of their own for addresses below them that do not exist. */
function formatMissing({ base, sections }: HostSite): string {
  if (sections.length === 0) return '\t\t\trewrite * /404.html\n';
  const lines = sections.map((path) => `\t\t\t\t~^${base}${path}(/|$) ${path}/404.html\n`);
  return `\t\t\tmap {http.request.orig_uri.path} {missing_page} {
${lines.join('')}\t\t\t\tdefault /404.html
\t\t\t}
\t\t\trewrite * {missing_page}
`;
}

/**
 * Posts are Markdown for clients that prefer it. Weights are numbers of five figures, whose last one decides between equal ones.
 */
function formatNegotiation({ base, markdownFolders }: HostSite): string {
  if (markdownFolders.length === 0) return '';
  const folders = markdownFolders.map((folder) => folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const formatMap = (name: string, weights: readonly AcceptWeight[]) =>
    `		map {header.Accept} {${name}} {\n${weights.map(formatWeight).join('')}			default 0000\n		}\n`;
  return `\
${formatMap('markdown_weight', listMarkdownWeights())}\
${formatMap('html_weight', listHtmlWeights())}\
		map {header.Accept} {html_first} {
			${quoteRaw(`~(?i)${HTML_FIRST}`)} 2
			default 0
		}
		@negotiated {
			path_regexp ${quoteRaw(`^(?:${folders})/[^/]+$`)}
			file {path}.md
		}
		header @negotiated +Vary Accept
		@markdown {
			path_regexp ${quoteRaw(`^(?:${folders})/[^/]+$`)}
			file {path}.md
			expression \`int({markdown_weight}) > 0 && int({markdown_weight} + "1") > int({html_weight} + {html_first})\`
		}
		route @markdown {
			header Content-Location ${base}{uri}.md
			rewrite * {path}.md
		}
`;
}

function formatWeight({ source, toWeight }: AcceptWeight): string {
  return `			${quoteRaw(`~(?i)${source}`)} ${toWeight(`\${1}`)}\n`;
}

function formatRedirects({ redirects }: HostSite): string {
  const lines = redirects
    .filter(({ path }) => !/[{}\p{Cc}]|\\("|$)/u.test(path))
    .flatMap(({ path, to }) =>
      [path, `${path}/`].map((from) => `\t\t\t${quote(from)} ${quote(encode(to))}\n`),
    );
  if (lines.length === 0) return '';
  return `		map {path} {redirect_to} {
${lines.join('')}			default ""
		}
		@moved expression \`{redirect_to} != ""\`
		redir @moved {redirect_to}?{query} 301
`;
}

function formatKept({ kept }: HostSite): string {
  const paths = kept.filter(isExpressible).filter((address) => address !== '/404.html');
  return paths.map((address) => ` ${quote(address)}`).join('');
}

function formatHeader({ name, everywhere, special }: HeaderValues, matcher: string): string {
  const lines = [formatValue('', name, everywhere)];
  // The first that fits decides: it comes last.
  for (const [index, { source, value }] of [...special].reverse().entries()) {
    const own = `${matcher}_${index}`;
    lines.push(`@${own} path_regexp ${quoteRaw(source)}`, formatValue(` @${own}`, name, value));
  }
  return lines.map((line) => `\t\t${line}\n`).join('');
}

function formatValue(matcher: string, name: string, value: string): string {
  return value === '' ? `header${matcher} -${name}` : `header${matcher} ${name} ${quote(value)}`;
}

function formatTypes({ types: { byEnding, exceptions } }: HostSite): string {
  const endings = [...byEnding].map(([ending, type], index) => ({
    name: `type${index}`,
    path: `*.${ending}`,
    type,
  }));
  const single = [...exceptions]
    .filter(([address]) => isExpressible(address))
    .map(([address, type], index) => ({ name: `exception${index}`, path: address, type }));
  const lines = [
    `header Content-Type "${UNKNOWN_TYPE}"`,
    ...[...endings, ...single].flatMap(({ name, path, type }) => [
      `@${name} path ${quote(path)}`,
      `header @${name} Content-Type ${quote(type)}`,
    ]),
  ];
  return lines.map((line) => `\t\t${line}\n`).join('');
}

/** In the paths of matchers a brace starts a placeholder, a star is a wildcard, a percent sign changes how all is compared. */
function isExpressible(address: string): boolean {
  return !/[{}*%\\\p{Cc}]/u.test(address);
}

function encode(path: string): string {
  return path.replaceAll('{', '%7B').replaceAll('}', '%7D');
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

/** A text in which a backslash is a backslash. */
function quoteRaw(text: string): string {
  return text.includes('`') ? quote(text) : `\`${text}\``;
}
