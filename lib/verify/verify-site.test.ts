import { expect, test } from 'playwright/test';
import type { SiteAnswer, SiteReader } from './site-reader';
import { verifySite } from './verify-site';

type Files = Record<string, Partial<SiteAnswer> & { text?: string }>;

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "frame-ancestors 'self'",
  'strict-transport-security': 'max-age=31536000',
};
const PNG = '\x89PNG\r\n';

const page = (path: string, title: string, body = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta name="description" content="On ${title}">` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">` +
  `<link rel="canonical" href="https://a.example${path}"><meta property="og:image" content="https://a.example/card.png">` +
  `<link rel="alternate" type="application/rss+xml" href="/feed.xml"><script type="application/ld+json">{"a":1}</script></head>` +
  `<body><h1 id="top">${title}</h1>${body}</body></html>`;

const file = (text: string, type: string): Files[string] => ({
  text,
  headers: { ...HEADERS, 'content-type': type },
});
const html = (text: string) => file(text, 'text/html');

/** A site without a problem. */
function toSite(): Files {
  return {
    '/': html(page('/', 'Home', '<a href="/a#top">A</a> <a href="/b">B</a> <img src="/card.png" alt="">')),
    '/a': html(page('/a', 'A', '<a href="https://a.example/">Home</a>')),
    '/b': html(page('/b', 'B', '<a href="https://elsewhere.example/gone">Elsewhere</a>')),
    '/card.png': file(PNG, 'image/png'),
    '/feed.xml': file(
      '<rss version="2.0"><channel><title>T</title><link>https://a.example/</link><description>D</description><item><title>A</title><link>https://a.example/a</link></item></channel></rss>',
      'application/rss+xml',
    ),
    '/sitemap.xml': file(
      '<urlset><url><loc>https://a.example/</loc></url><url><loc>https://a.example/a</loc></url><url><loc>https://a.example/b</loc></url></urlset>',
      'application/xml',
    ),
    '/robots.txt': file('User-agent: *\nAllow: /\n', 'text/plain'),
  };
}

function toReader(files: Files): SiteReader {
  return {
    origin: 'https://a.example',
    base: '',
    isServer: true,
    async read(path) {
      const {
        text = '',
        status = 200,
        headers = {},
      } = files[path] ?? {
        status: 404,
        headers: { 'cache-control': 'no-store' },
      };
      return { status, headers, body: Buffer.from(text, 'latin1') };
    },
  };
}

test('a site without a problem has none', async () => {
  expect(await verifySite(toReader(toSite()))).toEqual({
    origin: 'https://a.example',
    visited: 5,
    problems: [],
  });
});

const replace = (path: string, from: string | RegExp, to: string) => (files: Files) => {
  const known = files[path];
  const text = known?.text?.replace(from, to) ?? '';
  expect(text, 'the fault is planted').not.toBe(known?.text);
  files[path] = { ...known, text };
};

const FAULTS: readonly (readonly [what: string, rule: string, plant: (files: Files) => void])[] = [
  ['a dead link', 'dead-link', replace('/', '/b"', '/gone"')],
  ['an anchor that its page does not have', 'anchor', replace('/', '#top', '#bottom')],
  ['two headings', 'heading', replace('/a', '<h1', '<h1>x</h1><h1')],
  ['no title', 'title', replace('/a', /<title>.*?<\/title>/, '')],
  ['the title of another page', 'twice-title', replace('/a', '<title>A', '<title>B')],
  ['no description', 'description', replace('/a', /<meta name="description"[^>]*>/, '')],
  [
    'two canonical addresses',
    'canonical',
    replace(
      '/a',
      '<link rel="canonical"',
      '<link rel="canonical" href="https://a.example/x"><link rel="canonical"',
    ),
  ],
  ['an image without alternative text', 'alt', replace('/', ' alt=""', '')],
  ['an id that is used twice', 'id', replace('/a', '<h1', '<p id="top"></p><h1')],
  ['no policy', 'policy', replace('/a', /<meta http-equiv[^>]*>/, '')],
  [
    'a policy that permits inline scripts',
    'policy',
    replace('/a', "script-src 'self'", "script-src 'unsafe-inline'"),
  ],
  [
    'an image without encryption',
    'mixed-content',
    replace('/a', '</body>', '<img src="http://x.example/a.png" alt=""></body>'),
  ],
  ['JSON-LD that cannot be read', 'json-ld', replace('/a', '{"a":1}', '{"a":1')],
  ['a feed that cannot be read', 'feed', replace('/feed.xml', /<rss[\s\S]*/, '<rss')],
  ['a card that is no image', 'image', replace('/card.png', /^[\s\S]*$/, '<html>')],
  [
    'a hidden page in the sitemap',
    'sitemap',
    replace('/a', '<title>', '<meta name="robots" content="noindex"><title>'),
  ],
  [
    'a header that is missing',
    'header',
    (files) => {
      files['/a'] = { ...files['/a'], headers: { 'content-type': 'text/html' } };
    },
  ],
  [
    'a page that is sent as text',
    'type',
    (files) => {
      files['/a'] = { ...files['/a'], headers: { ...HEADERS, 'content-type': 'text/plain' } };
    },
  ],
  [
    'two redirects in a row',
    'redirect',
    (files) => {
      files['/b'] = { status: 301, headers: { location: '/b2' } };
      files['/b2'] = { status: 301, headers: { location: '/a' } };
    },
  ],
  [
    'a page for what does not exist',
    'missing',
    (files) => {
      files['/there-is-nothing-here-7f3a'] = html(page('/x', 'X'));
    },
  ],
  ['a site that is closed to search engines', 'robots', replace('/robots.txt', 'Allow: /', 'Disallow: /')],
  ['no language', 'language', replace('/a', ' lang="en"', '')],
];

for (const [what, rule, plant] of FAULTS) {
  test(`finds ${what}`, async () => {
    const files = toSite();
    plant(files);
    const { problems } = await verifySite(toReader(files));
    expect(problems.map((problem) => problem.rule)).toContain(rule);
  });
}
