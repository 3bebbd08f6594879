import { expect, test } from 'playwright/test';
import { HOSTILE_REDIRECTS } from '../../../scripts/hosts/hostile-redirects';
import { createStaticHost } from '../../../scripts/hosts/static-host';
import { listHeaderRules, NEVER_STORED, toResponseHeaders } from '../../site/response-headers';
import { toBasePath } from '../../urls';
import type { AddressTable, Answer } from '../address-table';
import { toRequestPath } from '../redirect-key';
import { renderCaddyfile } from './caddyfile';
import { renderHeadersFile } from './headers-file';
import { type HostSite, toHostSite } from './host-site';
import { renderHtaccess } from './htaccess';
import { renderNginx } from './nginx';
import { renderRedirectsFile } from './redirects-file';

const HTML = 'text/html; charset=utf-8';
const ADDRESSES: Readonly<Record<string, string>> = {
  '/': HTML,
  '/posts': HTML,
  '/posts/日本語': HTML,
  '/posts/日本語.md': 'text/markdown; charset=utf-8',
  '/search': HTML,
  '/search/manifest': 'application/octet-stream',
  '/search/0123456789-terms': 'application/octet-stream',
  '/media/0123/plot "a".svg': 'image/svg+xml',
  '/feed.json': 'application/feed+json; charset=utf-8',
  '/tags/web/feed.json': 'application/feed+json; charset=utf-8',
  '/nearest.json': 'application/json',
  '/icon.svg': 'image/svg+xml',
  '/google123.html': HTML,
  '/_next/static/chunks/a.js': 'text/javascript; charset=utf-8',
};
const PAGES = ['/', '/posts', '/posts/日本語', '/search', '/google123.html'];
const RULES = listHeaderRules(['/google123.html']);

test('sends on Netlify and Cloudflare the headers that the server sends', () => {
  const file = renderHeadersFile(toSite([]));
  for (const name of ['netlify', 'cloudflare'] as const) {
    const host = createStaticHost(name, file, '');
    for (const address of Object.keys(ADDRESSES)) {
      const sent = host.findHeaders(encodeURI(address));
      expect(sent.get('Strict-Transport-Security'), address).toBe('max-age=31536000');
      for (const [header, value] of Object.entries(toResponseHeaders(RULES, address))) {
        if (header === 'Content-Security-Policy') {
          expect(sent.get(header), `${name} ${address}`).toContain(value);
        } else if (header === 'Cache-Control' && /^\/search\/./.test(address)) {
          // The folder holds both kinds, which no rule can distinguish: the answer that is always right.
          expect(sent.get(header), `${name} ${address}`).toBe('public, max-age=0, must-revalidate');
        } else if (sent.has(header) || header !== 'Cross-Origin-Resource-Policy') {
          expect(sent.get(header), `${name} ${address} ${header}`).toBe(value);
        } else {
          // Where the folder of the same name has the rule, or none is worth a line.
          expect(['/', '/posts', '/search'], `${name} ${address}`).toContain(address);
        }
      }
    }
    expect(host.findHeaders('/media/a/b.svg').get('Content-Security-Policy')).toContain('sandbox;');
    expect(host.findHeaders('/_next/static/x.js').get('Cache-Control')).toContain('immutable');
  }
});

test('keeps to what Cloudflare reads: 100 rules, folders first', () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`/page-${index}`, HTML]));
  const rules = renderHeadersFile(toSite([], many)).match(/^\/.*$/gm) ?? [];
  expect(rules).toHaveLength(100);
  expect(rules).toEqual(expect.arrayContaining(['/*', '/media/*', '/_next/*']));
});

test('redirects on Netlify and Cloudflare although the address is a file too', () => {
  const file = renderRedirectsFile(toSite([...HOSTILE_REDIRECTS, '/old']));
  for (const name of ['netlify', 'cloudflare'] as const) {
    const host = createStaticHost(name, '', file);
    expect(host.findRedirect('/old', true)).toBe('/posts/%E6%97%A5');
    expect(host.findRedirect('/old/', true)).toBe('/posts/%E6%97%A5');
    expect(host.findRedirect('/hostile/%E6%97%A5%E6%9C%AC%E8%AA%9E', true)).toBe('/posts/%E6%97%A5');
    expect(host.findRedirect('/hostile/anything', false)).toBeUndefined();
  }
  expect(file).not.toMatch(/[*:]|%0[ad]/i);
  expect(file.split('\n').filter((line) => line !== '' && line.split(' ').length !== 3)).toEqual([]);
});

test('has every address below the path of the site', () => {
  const site = toSite(['/old'], {}, 'https://my-blog.example/notes');
  const headers = renderHeadersFile(site).match(/^\/.*$/gm) ?? [];
  expect(headers.filter((path) => !path.startsWith('/notes/'))).toEqual([]);
  expect(renderRedirectsFile(site)).toContain('/notes/old /notes/posts/%E6%97%A5 301\n');
  expect(renderNginx(site)).toContain(
    'location = "/old" { return 301 "/notes/posts/%E6%97%A5$is_args$args"; }',
  );
  expect(renderNginx(site)).toContain('rewrite "(?s)^/notes(/.+)$" $1;');
  expect(renderCaddyfile(site)).toContain('"/old" "/notes/posts/%E6%97%A5"');
  expect(renderCaddyfile(site)).toContain('uri strip_prefix /notes');
  expect(renderHtaccess(site)).toContain('ErrorDocument 404 /notes/404.html');
  expect(renderHtaccess(site)).toContain('%{REQUEST_URI} =~ m#^/notes/media/');
});

test('what is missing below the path of the site is answered by its own page', () => {
  const file = renderRedirectsFile(toSite(['/old'], {}, 'https://my-blog.example/notes'));
  const listPages = (name: 'netlify' | 'cloudflare') =>
    createStaticHost(name, '', file).listMissingPages('/notes/posts/none');
  expect(listPages('netlify')).toEqual(['/notes/404.html', '/404.html']);
  expect(listPages('cloudflare')).toEqual(['/notes/posts/404.html', '/notes/404.html', '/404.html']);
  expect(createStaticHost('netlify', '', file).findRedirect('/notes/posts/none', false)).toBeUndefined();
});

test('writes no more redirects than Cloudflare reads', () => {
  const file = renderRedirectsFile(toSite(Array.from({ length: 3000 }, (_, index) => `/old/${index}`)));
  expect(file.match(/ 301$/gm)).toHaveLength(2000);
  expect(file.match(/ 301!$/gm)).toHaveLength(2000);
});

test('negotiates below the folders of pages that are Markdown too, and nowhere else', () => {
  const site = toSite([]);
  expect(site.markdownFolders).toEqual(['/posts']);
  expect(renderNginx(site)).toContain('try_files $uri$my_blog_example_markdown $uri $uri.html');
  expect(renderCaddyfile(site)).toContain('path_regexp `^(?:/posts)/[^/]+$`');
  const without = { ...site, markdownFolders: [] };
  expect(renderNginx(without) + renderCaddyfile(without)).not.toContain('Accept {');
});

test('quotes hostile addresses for nginx', () => {
  const text = renderNginx(toSite(HOSTILE_REDIRECTS));
  const line = (address: string) => `location = ${address} { return 301 "/posts/%E6%97%A5$is_args$args"; }`;
  expect(text).toContain(line('"/hostile/a\\"b"'));
  expect(text).toContain(line('"/hostile/back\\\\slash/"'));
  expect(text).toContain(line('"/hostile/semi;colon"'));
  expect(text).toContain(line('"/hostile/日本語"'));
  expect(text).not.toMatch(/X-Injected/);
  expect(listUnbalanced(text)).toEqual([]);
});

test('gives nginx, Caddy and Apache the types that endings do not say', () => {
  const site = toSite([]);
  expect(renderNginx(site)).toContain(
    'location = "/nearest.json" { types { } default_type "application/json"; }',
  );
  expect(renderCaddyfile(site)).toMatch(
    /@(\w+) path "\/nearest\.json"\s+header @\1 Content-Type "application\/json"/,
  );
  expect(renderHtaccess(site)).toMatch(
    /Header set Content-Type "application\/json" "expr=.*nearest\\\\\.json/,
  );
});

test('serves a page of `public` at its own address', () => {
  const site = toSite([]);
  expect(renderNginx(site)).toContain('location = "/google123.html" { }');
  expect(renderHtaccess(site)).toContain('RewriteRule "^google123\\.html$" - [END]');
  expect(renderCaddyfile(site)).toContain('not path "/google123.html"');
});

test('names the variables of nginx for the host, so that one nginx serves several sites', () => {
  expect(renderNginx(toSite([])).match(/^map "\$status:\$uri" (\S+) /m)?.[1]).toMatch(/^\$my_blog_example_/);
});

test('leaves to pages what Caddy would read as a placeholder', () => {
  const text = renderCaddyfile(toSite(HOSTILE_REDIRECTS));
  expect(text).not.toContain('env.HOME');
  expect(text).not.toContain('{HOME}');
  expect(text).toContain('"/hostile/a\\"b" "/posts/%E6%97%A5"');
});

test('writes rules for Apache in which nothing is a variable or the end of the pattern', () => {
  const rules = renderHtaccess(toSite(HOSTILE_REDIRECTS)).match(/^RewriteRule "\^hostile.*$/gm) ?? [];
  expect(rules.length).toBeGreaterThan(10);
  for (const rule of rules) {
    expect(rule).toMatch(/^RewriteRule "[^"]*" "\/posts\/\\%E6\\%97\\%A5" \[R=301,NC,NE,L\]$/);
    expect(rule).not.toContain('${');
  }
});

test('refuses a header that nginx would read as a variable', () => {
  const site = toSite([]);
  const rules = [{ path: '/*', headers: { 'X-Price': '$5' } }];
  expect(() => renderNginx({ ...site, rules })).toThrow('"$5"');
});

function toSite(
  redirects: readonly string[],
  more: Readonly<Record<string, string>> = {},
  url = 'https://my-blog.example',
): HostSite {
  const all = { ...ADDRESSES, ...more };
  const headers = Object.keys(all).map((address) => toResponseHeaders(RULES, address));
  const answers = Object.entries(all).map(([address, type], index): [string, Answer] => {
    const isPage = PAGES.includes(address) || address in more;
    return [address, { file: isPage ? 'a.html' : 'a.body', type, bytes: 1, hash: 'a', headers: index }];
  });
  const missing = { file: '404.html', type: HTML, bytes: 1, hash: 'a', headers: headers.length };
  const table: AddressTable = {
    base: toBasePath(url),
    answers: Object.fromEntries(answers),
    missing,
    redirects: {},
    requested: [],
    headers: [...headers, { ...toResponseHeaders(RULES, '/404'), ...NEVER_STORED }],
  };
  const listed = redirects.map((from) => ({ from, to: '/posts/%E6%97%A5' }));
  return toHostSite({ url, table, rules: RULES, redirects: listed });
}

/** Lines with a quoted word that does not end. */
function listUnbalanced(text: string): string[] {
  return text
    .split('\n')
    .filter(
      (line) => !line.trim().startsWith('#') && line.replace(/\\["\\]/g, '').split('"').length % 2 === 0,
    );
}

test('names no old address twice', () => {
  const site = toSite(['/old', '/old/', '/%6fld', '/posts']);
  expect(site.redirects.map(({ from }) => from)).toEqual([toRequestPath('/%6fld')]);
});
