import { expect, test } from 'playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { readMention } from '@/lib/readers/mentions/read-mention';
import { scanPage } from '@/lib/readers/mentions/scan-page';
import type { MentionsView } from '@/lib/views/mentions';
import { PostLayout } from '../post-layout';
import { EntryData } from './entry-data';

const url = 'https://ada.example/posts/hello';
const target = 'https://grace.example/notes/1';

const mentions: MentionsView = {
  ...{ endpoint: '/webmention', title: 'Hello & <welcome>', url, date: '2026-05-01' },
  authors: [{ name: 'Ada', href: '/authors/ada' }],
};

function render(isEntry: boolean): string {
  const props = {
    ...{ isEntry, header: createElement('h1', null, 'Hello') },
    children: createElement('p', null, 'As ', createElement('a', { href: target }, 'Grace'), ' says.'),
    end: isEntry && createElement(EntryData, { mentions }),
  };
  return renderToStaticMarkup(createElement(PostLayout, props));
}

test('a site that a post is reported to learns what it is called, and who wrote it', () => {
  const page = scanPage(render(true), url);
  expect(page?.endpoint).toBe('https://ada.example/webmention');
  expect(page && readMention(page, { pageUrl: url, target })).toEqual({
    ...{ kind: 'mention', name: 'Ada', website: 'https://ada.example/authors/ada' },
    ...{ url, text: 'Hello & <welcome>' },
  });
});

test('a post that takes no mentions has nothing of it', () => {
  expect(render(false)).toBe(
    `<article class="post"><h1>Hello</h1><div class="prose"><p>As <a href="${target}">Grace</a> says.</p></div></article>`,
  );
});
