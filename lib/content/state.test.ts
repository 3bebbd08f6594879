import { expect, test } from 'playwright/test';
import { todayIn } from '../dates';
import { isListed, isVisible, toState } from './state';
import type { PostState } from './types';

const day = { draft: false, unlisted: false, date: '2024-03-15' };

test('a post is published on its day and scheduled before it', () => {
  expect(toState(day, '2024-03-14')).toBe('scheduled');
  expect(toState(day, '2024-03-15')).toBe('published');
  expect(toState({ ...day, date: '2024-03-15T23:00:00-11:00' }, '2024-03-15')).toBe('published');
});

test('draft wins over scheduled, scheduled over unlisted', () => {
  expect(toState({ draft: true, unlisted: true, date: '2030-01-01' }, '2024-03-15')).toBe('draft');
  expect(toState({ draft: false, unlisted: true, date: '2030-01-01' }, '2024-03-15')).toBe('scheduled');
  expect(toState({ draft: false, unlisted: true, date: '2024-01-01' }, '2024-03-15')).toBe('unlisted');
  expect(toState({ draft: false, unlisted: false, date: undefined }, '2024-03-15')).toBe('draft');
});

test('the day changes at midnight of the site, not of the machine', () => {
  const before = new Date('2024-03-14T10:59:59Z');
  const after = new Date('2024-03-14T11:00:00Z');
  expect(toState(day, todayIn('Pacific/Auckland', before))).toBe('scheduled');
  expect(toState(day, todayIn('Pacific/Auckland', after))).toBe('published');
  expect(toState(day, todayIn('America/Los_Angeles', new Date('2024-03-15T06:59:59Z')))).toBe('scheduled');
  expect(toState(day, todayIn('America/Los_Angeles', new Date('2024-03-15T07:00:00Z')))).toBe('published');
});

test('readers see published and unlisted posts, lists show published ones, authors see all', () => {
  const states: PostState[] = ['published', 'scheduled', 'draft', 'unlisted'];
  expect(states.filter((state) => isVisible(state, 'public'))).toEqual(['published', 'unlisted']);
  expect(states.filter((state) => isListed(state, 'public'))).toEqual(['published']);
  expect(states.filter((state) => isVisible(state, 'author'))).toEqual(states);
  expect(states.filter((state) => isListed(state, 'author'))).toEqual(states);
});
