import { expect, test } from 'playwright/test';
import { createElement, Fragment, type ReactNode, Suspense } from 'react';
import { flatten, NotFlat } from './flatten';

const Later = async ({ children }: { children?: ReactNode }) => createElement('em', {}, children);
const Keyed = () => createElement('b', { key: '.0' }, 'x');
const Pair = () => [createElement('i', { key: 'a' }, 'one'), createElement('i', { key: 'b' }, 'two')];

test('components are run, what is not shown keeps its place', async () => {
  const tree = createElement(
    'p',
    { className: 'x', hidden: false },
    'a',
    null,
    2,
    createElement(Later, {}, 'b'),
  );
  expect(await flatten(tree)).toEqual({
    type: 'p',
    props: { className: 'x', hidden: false },
    children: ['a', null, '2', { type: 'em', props: {}, children: 'b' }],
  });
});

test('the key of a component goes to what it makes', async () => {
  expect(await flatten([createElement(Later, { key: 'k' }, 'b')])).toEqual([
    { type: '', key: 'k', props: {}, children: { type: 'em', props: {}, children: 'b' } },
  ]);
});

test('a component that makes several keeps them apart from its neighbours', async () => {
  expect(await flatten(createElement('div', {}, createElement(Pair), 'end'))).toEqual({
    type: 'div',
    props: {},
    children: [
      {
        type: '',
        props: {},
        children: [
          { type: 'i', key: 'a', props: {}, children: 'one' },
          { type: 'i', key: 'b', props: {}, children: 'two' },
        ],
      },
      'end',
    ],
  });
});

test('a key that a component gives does not meet those of its neighbours', async () => {
  const inner = { type: 'b', key: '.0', props: {}, children: 'x' };
  expect(await flatten(createElement('div', {}, createElement(Keyed), createElement(Keyed)))).toEqual({
    type: 'div',
    props: {},
    children: [
      { type: '', props: {}, children: inner },
      { type: '', props: {}, children: inner },
    ],
  });
});

test('fragments and boundaries are looked through', async () => {
  const tree = createElement(
    Fragment,
    {},
    createElement(Suspense, { fallback: '…' }, createElement(Later, {}, 'x')),
  );
  expect(await flatten(tree)).toEqual({ type: 'em', props: {}, children: 'x' });
});

test('a client component, and a function for a browser, can only be shown by the framework', async () => {
  const reference = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') });
  await expect(flatten(createElement('div', {}, createElement(reference)))).rejects.toThrow(NotFlat);
  await expect(flatten(createElement('p', { onClick: () => {} }))).rejects.toThrow(NotFlat);
});

test('what a component throws comes through', async () => {
  const broken = () => {
    throw new Error('Broken.');
  };
  await expect(flatten(createElement(broken))).rejects.toThrow('Broken.');
});
