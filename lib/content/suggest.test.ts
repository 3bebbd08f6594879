import { expect, test } from 'playwright/test';
import { editDistance, nearest, nearestFile } from './suggest';

test('the distance counts insertions, deletions, replacements and swaps', () => {
  expect(editDistance('title', 'title')).toBe(0);
  expect(editDistance('titel', 'title')).toBe(1);
  expect(editDistance('titl', 'title')).toBe(1);
  expect(editDistance('tilte', 'title')).toBe(1);
  expect(editDistance('date', 'draft')).toBe(3);
  expect(editDistance('', 'tags')).toBe(4);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});

test('the nearest candidate is named, whatever its case, and none that is too far', () => {
  expect(nearest('Titel', ['tags', 'title'], 2)).toBe('title');
  expect(nearest('summary', ['tags', 'title'], 2)).toBeUndefined();
  expect(nearest('x', [], 2)).toBeUndefined();
  expect(nearest('b', ['a', 'c'], 2)).toBeUndefined();
});

test('a word of which nothing is left is no suggestion', () => {
  expect(nearest('by', ['id'], 2)).toBeUndefined();
  expect(nearest('ids', ['id'], 2)).toBe('id');
});

test('a file is guessed by its stem or a slip of the pen', () => {
  expect(nearestFile('photo.jpg', ['a.png', 'photo.webp'])).toBe('photo.webp');
  expect(nearestFile('Photo.jpg', ['photo.jpg'])).toBe('photo.jpg');
  expect(nearestFile('covr.png', ['cover.png', 'other.png'])).toBe('cover.png');
  expect(nearestFile('gone.png', ['dot.png'])).toBeUndefined();
});
