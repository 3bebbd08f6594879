import { expect, test } from 'playwright/test';
import { readMention } from './read-mention';
import { renderMention } from './render-mention';
import { scanPage } from './scan-page';

const target = 'https://ada.example/posts/hello';
const pageUrl = 'https://grace.example/notes/1';

function read(html: string) {
  const page = scanPage(html, pageUrl);
  return page?.links.has(target) ? readMention(page, { pageUrl, target }) : undefined;
}

const link = (words = 'Hello') => `<a href="${target}">${words}</a>`;

test('reads an answer with who wrote it', () => {
  const html = `<!DOCTYPE html><title>Notes</title><body class="h-feed"><article class="h-entry">
    <a class="p-author h-card" href="/"><img src="/me.jpg" alt="">Grace</a>
    <a class="u-in-reply-to" href="${target}">Hello</a>
    <div class="e-content"><p>I <b>agree</b>.</p><p>Twice.</p></div>
    <a class="u-url" href="1?a=b&amp;c"><time class="dt-published">today</time></a></article></body>`;
  expect(read(html)).toEqual({
    ...{ kind: 'reply', name: 'Grace', website: 'https://grace.example/' },
    ...{ url: 'https://grace.example/notes/1?a=b&c', text: 'I agree. Twice.' },
  });
});

for (const [property, kind] of [
  ['like-of', 'like'],
  ['repost-of', 'repost'],
  ['bookmark-of', 'mention'],
  ['in-reply-to', 'reply'],
] as const)
  test(`u-${property} is a ${kind}, of an address or of a citation`, () => {
    const entry = (value: string) => read(`<div class="h-entry"><p class="p-name">A note</p>${value}</div>`);
    expect(entry(`<a class="u-${property}" href="${target}">x</a>`)).toMatchObject({ kind });
    expect(
      entry(`<div class="u-${property} h-cite"><a class="u-url" href="${target}">x</a></div>`),
    ).toMatchObject({ kind });
    // What is said of another page is not said of this one.
    expect(entry(`<a class="u-${property}" href="https://other.example/">x</a>${link()}`)).toMatchObject({
      kind: 'mention',
    });
  });

test('a page that only links is a mention under its title', () => {
  expect(read(`<title>On\n Ada &amp; others</title>${link()}`)).toEqual({
    ...{ kind: 'mention', name: 'grace.example', url: pageUrl, text: 'On Ada & others' },
  });
  expect(
    read(`<title>Blog</title><div class="hentry"><h1 class="entry-title">Links</h1>${link()}</div>`),
  ).toMatchObject({
    text: 'Links',
  });
  expect(
    read(
      `<title>Of Grace</title><div class="h-card"><a class="u-url p-name" href="/">Grace</a></div>${link()}`,
    ),
  ).toMatchObject({
    ...{ name: 'Grace', website: 'https://grace.example/' },
  });
  expect(
    read(`<title>Of Grace</title><div class="h-entry"><p class="p-author">Grace</p>${link()}</div>`),
  ).toMatchObject({
    name: 'Grace',
  });
});

for (const [what, html] of [
  ['a comment', `<!-- ${link()} -->`],
  ['a script', `<script>'${link()}'</script>`],
  ['a template', `<template>${link()}</template>`],
  ['a style', `<style>${link()}</style>`],
  ['a text field', `<textarea>${link()}</textarea>`],
  ['text', target],
  ['the beginning of another address', `<a href="${target}-2">x</a><a href="${target}?a">x</a>`],
  ['an address that is below another host', `<a href="https://evil.example/?${target}">x</a>`],
  ['an element that links nowhere', `<b href="${target}">x</b><a class="x" data-href="${target}">x</a>`],
] as const)
  test(`a post is not linked to in ${what}`, () => expect(read(`<title>x</title>${html}`)).toBeUndefined());

for (const html of [
  `<base href="https://ada.example/x/"><a href="../posts/hello">x</a>`,
  `<a href="HTTPS://ADA.example:443/posts/hello">x</a>`,
  `<a href='https://ada.example/posts/hello'>x`,
  `<a href=&#104;ttps://ada.example/posts/hello>x</a>`,
  `<img src="${target}">`,
  `<blockquote cite="${target}">x</blockquote>`,
])
  test(`a post is linked to by ${html.slice(0, 60)}`, () => expect(read(html)).toBeDefined());

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `'"><svg/onload=alert(1)>`,
  '</p><iframe src=javascript:alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<math><mtext></p><style><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '\u202ealert\u2066',
  '<plaintext>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
];

for (const payload of PAYLOADS)
  test(`nothing of ${JSON.stringify(payload)} is more than text`, () => {
    const entry = `<div class="h-entry"><div class="p-author h-card"><a class="u-url" href="${payload}">${payload}</a>
      <p class="p-name">${payload}</p></div><a class="u-in-reply-to" href="${target}">x</a><a class="u-url" href="${payload}">x</a>
      <div class="e-content">${payload}</div></div>`;
    for (const html of [entry, `<title>${payload}</title>${link()}`, `${link()}${entry}`]) {
      const mention = read(html);
      if (!mention) continue;
      for (const address of [mention.url, mention.website ?? pageUrl])
        expect(address).toMatch(/^https?:\/\/[^<>"\s]+$/);
      expect(mention.name + mention.text).not.toMatch(/\p{Cc}|\p{Cf}/u);
      const shown = renderMention({ ...mention, body: mention.text });
      expect(
        shown.replace(
          /^<p>(<a href="https?:[^"<>]*" rel="nofollow ugc noopener" referrerpolicy="no-referrer">)?|(<\/a>)?<\/p>$/g,
          '',
        ),
      ).not.toMatch(/[<]/);
    }
  });

for (const address of [
  ...[
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    ' java\tscript:alert(1)',
  ],
  ...[
    'https://user:pass@grace.example/',
    `https://grace.example/${'x'.repeat(3000)}`,
    'ftp://grace.example/',
    '#x',
  ],
])
  test(`no reader is sent to ${JSON.stringify(address.slice(0, 50))}`, () => {
    const html = `<div class="h-entry"><a class="p-author h-card" href="${address}">Grace</a>
      <a class="u-like-of" href="${target}">x</a><a class="u-url" href="${address}">x</a></div>`;
    const mention = read(html);
    expect(mention).toMatchObject({ kind: 'like', name: 'Grace' });
    for (const shown of [mention?.url, mention?.website ?? pageUrl])
      expect(shown).toMatch(/^https:\/\/grace\.example\/notes\/1(#x)?$/);
  });

test('long texts are cut between words, and not within a character', () => {
  const words = 'word '.repeat(500);
  const html = (text: string) =>
    read(
      `<div class="h-entry"><p class="p-author">${'𝒢'.repeat(200)}</p><a class="u-in-reply-to" href="${target}">x</a><p class="e-content">${text}</p></div>`,
    );
  expect(html(words)?.text).toMatch(/^(word )+word…$/);
  expect(html(words)?.text.length).toBeLessThanOrEqual(600);
  expect([...(html(words)?.name ?? '')]).toHaveLength(80);
  expect(html(words)?.name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});

/** A page of a megabyte, of one thing over and over. */
const fill = (piece: string, end = '') => piece.repeat(Math.floor(1_000_000 / (piece.length + end.length)));

for (const [what, html] of [
  ['open elements', fill('<div>')],
  ['elements that close others', `${'<i>'.repeat(400)}${fill('</x>')}`],
  ['formats that are never closed', fill('<p><b id=1><i id=2></p>')],
  ['links in links', fill('<a href=x>')],
  ['tables in tables', fill('<table><td>')],
  ['entries in entries', fill('<div class="h-entry e-content p-name">')],
  [
    'entries beside entries',
    fill('<div class="h-entry"><p class="p-name">x</p><a class="u-like-of" href="x">x</a></div>'),
  ],
  [
    'properties of one entry',
    `<div class="h-entry">${fill('<p class="p-name p-author p-summary e-content">x</p>')}</div>`,
  ],
  [
    'entries of 400 levels around much text',
    `${'<div class="h-entry e-content p-summary p-author p-name u-url">'.repeat(400)}${fill('word ')}`,
  ],
  ['attributes', `<a ${fill('a=b ')}>`],
  ['classes', `<a class="${fill('h-entry ')}">`],
  ['entities', fill('&amp;')],
  ['openings of tags', fill('<')],
  ['openings of comments', fill('<!--')],
  ['openings of scripts', fill('<script>')],
  ['spaces', `<div class="h-entry"><p class="p-name">${fill(' ')}x</p></div>`],
] as const)
  test(`a page of ${what} takes little time`, () => {
    const start = process.cpuUsage();
    read(`<title>x</title>${link()}${html}`);
    // Of the processor, in microseconds: a busy machine takes no part in it. What grows faster than the page takes minutes.
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  });
