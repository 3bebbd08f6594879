import { expect, test } from 'playwright/test';
import { moveBelow, toPathBelow } from './move-below';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const moved = (body: string, head = '') =>
  moveBelow(page(body, head), '/blog')
    .replace(page('', '').slice(0, 15), '')
    .replace(/^<html lang="en"|^.*?<body>/s, '');

const CASES: readonly (readonly [name: string, before: string, after: string])[] = [
  ['a link', '<a href="/posts/a?b=1#c">/posts/a</a>', '<a href="/blog/posts/a?b=1#c">/posts/a</a>'],
  ['the home page', '<a href="/">x</a>', '<a href="/blog">x</a>'],
  ['a page that is named like the path', '<a href="/blog">x</a>', '<a href="/blog/blog">x</a>'],
  [
    'what is elsewhere',
    '<a href="//other.example/a">x</a><a href="#top">x</a><a href="https://b.example/">x</a>',
    '<a href="//other.example/a">x</a><a href="#top">x</a><a href="https://b.example/">x</a>',
  ],
  [
    'a picture in several sizes',
    '<img src="/m/a.png" srcSet="/m/a.webp 1x, /m/b.webp 2x"/>',
    '<img src="/blog/m/a.png" srcSet="/blog/m/a.webp 1x, /blog/m/b.webp 2x"/>',
  ],
  [
    'a video and a form',
    '<video poster="/a.png"></video><form action="/search">',
    '<video poster="/blog/a.png"></video><form action="/blog/search">',
  ],
  [
    'entities',
    '<a href="/a?b&amp;c">x</a><a title="&quot;/x&quot;" href=\'/b&#x2F;\'>',
    '<a href="/blog/a?b&amp;c">x</a><a title="&quot;/x&quot;" href=\'/blog/b&#x2F;\'>',
  ],
  [
    'styles',
    '<p style="background:url(&quot;/a.png&quot;)">x</p>',
    '<p style="background:url(&quot;/blog/a.png&quot;)">x</p>',
  ],
  [
    'a style sheet',
    '<style>a{b:url(/x.png)}c{d:url("/y")}e{f:url(data:/z)}</style>',
    '<style>a{b:url(/blog/x.png)}c{d:url("/blog/y")}e{f:url(data:/z)}</style>',
  ],
  [
    'text and scripts',
    '<code>&lt;a href="/x"&gt;</code><script>f("/x")</script>',
    '<code>&lt;a href="/x"&gt;</code><script>f("/x")</script>',
  ],
  ['files of Next', '<script src="/blog/_next/a.js"></script>', '<script src="/blog/_next/a.js"></script>'],
  [
    'a redirect',
    '<meta http-equiv="refresh" content="0;url=/a"/>',
    '<meta http-equiv="refresh" content="0;url=/blog/a"/>',
  ],
  [
    'rules of speculation',
    '<script type="speculationrules">{"prefetch":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":["/*.*","/media/*"]}},{"not":{"selector_matches":"/x"}}]}}]}</script>',
    '<script type="speculationrules">{"prefetch":[{"where":{"and":[{"href_matches":"/blog/*"},{"not":{"href_matches":["/blog/*.*","/blog/media/*"]}},{"not":{"selector_matches":"/x"}}]}}]}</script>',
  ],
];

for (const [name, before, after] of CASES) {
  test(`moves ${name}`, () => expect(moved(before)).toBe(`${after}</body></html>`));
}

test('is done once', () => {
  const once = moveBelow(page('<a href="/a">x</a>'), '/blog');
  expect(once).toContain('<html data-base="/blog" lang="en">');
  expect(moveBelow(once, '/blog')).toBe(once);
  expect(moveBelow(once, '')).toBe(once);
});

test('a path below the path', () => {
  expect(toPathBelow('/', '')).toBe('/');
  expect(toPathBelow('/a', '')).toBe('/a');
  expect(toPathBelow('/a', '/b/c')).toBe('/b/c/a');
});
