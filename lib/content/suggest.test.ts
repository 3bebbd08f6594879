import { expect, test } from 'playwright/test';
import { suggest, suggestFile } from './suggest';

test('suggests one edit in a short word and two in a long one', () => {
  expect(suggest('tilte', ['title', 'tab'])).toBe('title');
  expect(suggest('ids', ['id'])).toBe('id');
  expect(suggest('descrption', ['description'])).toBe('description');
  expect(suggest('desrcipton', ['description'])).toBe('description');
  expect(suggest('Titel', ['tags', 'title'])).toBe('title');
});

test('suggests nothing that may be a different word', () => {
  for (const [word, candidates] of [
    ['math', ['date', 'path2']],
    ['by', ['id']],
    ['b', ['a', 'c']],
    ['summary', ['tags', 'title']],
    ['es2016', ['es2015']],
    ['x', []],
    ['', ['id']],
  ] as const) {
    expect(suggest(word, candidates), word).toBeUndefined();
  }
});

test('suggests nothing where two candidates are equally near', () => {
  expect(suggest('tage', ['tags', 'tabe'])).toBeUndefined();
  expect(suggest('shellsesion', ['shellsession', 'shell-session'])).toBe('shellsession');
});

test('never suggests the word itself, but its other spelling', () => {
  expect(suggest('title', ['title', 'titles'])).toBeUndefined();
  expect(suggest('Title', ['title'])).toBe('title');
  expect(suggest('show-line-numbers', ['showLineNumbers'])).toBe('showLineNumbers');
});

test('suggests a file by its stem or a mistyped name', () => {
  expect(suggestFile('photo.jpg', ['a.png', 'photo.webp'])).toBe('photo.webp');
  expect(suggestFile('Photo.jpg', ['photo.jpg'])).toBe('photo.jpg');
  expect(suggestFile('covr.png', ['cover.webp', 'cover.png', 'other.png'])).toBe('cover.png');
  expect(suggestFile('gone.png', ['dot.png'])).toBeUndefined();
  expect(suggestFile('b.png', ['a.png'])).toBeUndefined();
  expect(suggestFile('figure-2.png', ['figure-1.png'])).toBeUndefined();
  expect(suggestFile('cover.png', ['cover.png'])).toBeUndefined();
});
