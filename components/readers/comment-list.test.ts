import { expect, test } from 'playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Comment, toPublicComment } from '@/lib/readers/comment';
import { en } from '@/lib/site/strings/en';
import { CommentList } from './comment-list';

const COMMENT: Comment = {
  ...{ id: 'a', post: 'hello', name: 'Grace', body: 'My secret.', html: '<p>My secret.</p>' },
  ...{ state: 'approved', created: Date.UTC(2026, 0, 1), isByAuthor: false },
};

function render(comments: readonly Comment[]): string {
  return renderToStaticMarkup(
    createElement(CommentList, {
      comments: comments.map(toPublicComment),
      counts: { like: 0, repost: 0 },
      ...{ slug: 'hello', strings: { language: 'en', messages: en } },
      actions: ({ id }) => ({ answer: `?answer=${id}`, quote: `?quote=${id}` }),
    }),
  );
}

test('the place of a deleted comment says so, with the answers below it and nothing of what it was', () => {
  const answer = { ...COMMENT, id: 'b', parent: 'a', name: 'Alan', html: '<p>I see.</p>' };
  expect(render([COMMENT, answer])).toContain('My secret.');
  const html = render([{ ...COMMENT, state: 'deleted', isByAuthor: true }, answer]);
  expect(html).toContain(
    '<li><article id="comment-a" class="comment"><p class="meta">This comment was deleted.</p></article><ol><li>',
  );
  expect(html).toContain('<p>I see.</p>');
  expect(html).toContain('?answer=b');
  for (const trace of ['Grace', 'secret', '2026', 'answer=a', 'quote=a', 'comment-author'])
    expect(html.slice(0, html.indexOf('comment-b'))).not.toContain(trace);
});
