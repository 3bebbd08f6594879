import { expect, test } from 'playwright/test';
import type { CommentState } from '../comment';
import { arrangeAnswers } from './arrange-answers';
import type { ImportedComment } from './imported';

const make = (
  id: string,
  parent?: string,
  { state = 'approved' as CommentState, thread = 't' } = {},
): ImportedComment => ({
  ...{ id, thread, state, name: id, body: 'x', format: 'markdown', created: 0, isByAuthor: false },
  ...(parent !== undefined && { parent }),
});

const arrange = (comments: ImportedComment[]) =>
  [...arrangeAnswers(comments)].map(
    ([{ id }, { first, answered }]) => `${id}:${first?.id ?? ''}${answered ? `@${answered.id}` : ''}`,
  );

test('a chain of any length has two levels', () => {
  expect(arrange([make('a'), make('b', 'a'), make('c', 'b'), make('d', 'c')])).toEqual([
    ...['a:', 'b:a', 'c:a@b', 'd:a@c'],
  ]);
  const chain = Array.from({ length: 100_000 }, (_, at) =>
    make(String(at), at > 0 ? String(at - 1) : undefined),
  );
  const places = arrangeAnswers(chain.reverse());
  expect(new Set([...places.values()].map(({ first }) => first?.id))).toEqual(new Set(['0', undefined]));
});

test('what answers a comment that nobody sees moves up', () => {
  const [deleted, spam] = [{ state: 'deleted' }, { state: 'spam' }] as const;
  expect(arrange([make('a', undefined, deleted), make('b', 'a'), make('c', 'b'), make('d', 'c')])).toEqual([
    ...['a:', 'b:', 'c:b', 'd:b@c'],
  ]);
  expect(arrange([make('a'), make('b', 'a', spam), make('c', 'b')])).toEqual(['a:', 'b:a', 'c:a']);
  expect(arrange([make('a', 'none'), make('b', 'x'), make('x', undefined, { thread: 'other' })])).toEqual([
    ...['a:', 'b:', 'x:'],
  ]);
});

test('circles end', () => {
  for (const comments of [
    [make('a', 'b'), make('b', 'a'), make('c', 'a')],
    [make('c', 'a'), make('a', 'b'), make('b', 'a')],
    [make('a', 'a'), make('b', 'a', { state: 'held' })],
  ]) {
    const places = arrangeAnswers(comments);
    // Whatever stands below another one stands below one of the first level.
    for (const { first } of places.values()) expect(first && places.get(first)?.first).toBeUndefined();
    expect(places.size).toBe(comments.length);
  }
});
