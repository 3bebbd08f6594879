import { expect, test } from 'playwright/test';
import { buildIndex } from './build-index';
import { readContent } from './read';
import { writeContent } from './write-content';

function toPost(fields: string) {
  const source = `---\ntitle: A\ndescription: B.\ndate: 2024-03-15\n${fields}\n---\n\nWords.\n`;
  const index = buildIndex(readContent(writeContent({ 'posts/a.md': source })), '2026-11-26', 'public');
  expect(index.problems).toEqual([]);
  return index.posts[0];
}

test('revisions are listed newest first, of one day the last first', () => {
  const revisions = [
    '{ date: 2024-04-01, change: The first. }',
    '{ date: 2024-05-01, change: The second. }',
    '{ date: 2024-05-01, change: The third. }',
  ];
  const post = toPost(`revisions: [${revisions.join(', ')}]`);
  expect(post?.revisions.map(({ change }) => change)).toEqual(['The third.', 'The second.', 'The first.']);
});

test('the newest revision is the day of the last change, unless the post names a later one', () => {
  const revisions = 'revisions: [{ date: 2024-05-01, change: One. }, { date: 2024-04-01, change: Two. }]';
  expect(toPost(revisions)?.updated).toBe('2024-05-01');
  expect(toPost(`updated: 2024-04-15\n${revisions}`)?.updated).toBe('2024-05-01');
  expect(toPost(`updated: 2024-06-01\n${revisions}`)?.updated).toBe('2024-06-01');
  expect(toPost('updated: 2024-06-01')?.updated).toBe('2024-06-01');
  expect(toPost('tags: []')).not.toHaveProperty('updated');
});

test('what was changed is printed as the language of the post does, and kept as it was typed', () => {
  const post = toPost(`lang: de\nrevisions: [{ date: 2024-05-01, change: 'Es hieß "neu" --- falsch.' }]`);
  expect(post?.revisions[0]?.change).toBe('Es hieß „neu“ — falsch.');
  expect(post?.plain?.revisions[0]?.change).toBe('Es hieß "neu" --- falsch.');
});
