import { expect, test } from 'playwright/test';
import { createElement, Fragment, type ReactNode, Suspense } from 'react';
import { type FlatNode, flatten, withoutSlots } from './flatten';

const Later = async ({ children }: { children?: ReactNode }) => createElement('em', {}, children);
const Keyed = () => createElement('b', { key: '.0' }, 'x');
const Pair = () => [createElement('i', { key: 'a' }, 'one'), createElement('i', { key: 'b' }, 'two')];

const CLIENT = Symbol.for('react.client.reference');

async function treeOf(node: ReactNode): Promise<FlatNode> {
  return (await flatten(node)).tree;
}

test('components are run, what is not shown keeps its place', async () => {
  const tree = createElement(
    'p',
    { className: 'x', hidden: false },
    'a',
    null,
    2,
    createElement(Later, {}, 'b'),
  );
  expect(await treeOf(tree)).toEqual({
    type: 'p',
    props: { className: 'x', hidden: false },
    children: ['a', null, '2', { type: 'em', props: {}, children: 'b' }],
  });
});

test('the key of a component goes to what it makes', async () => {
  expect(await treeOf([createElement(Later, { key: 'k' }, 'b')])).toEqual([
    { type: '', key: 'k', props: {}, children: { type: 'em', props: {}, children: 'b' } },
  ]);
});

test('a component that makes several keeps them apart from its neighbours', async () => {
  expect(await treeOf(createElement('div', {}, createElement(Pair), 'end'))).toEqual({
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
  expect(await treeOf(createElement('div', {}, createElement(Keyed), createElement(Keyed)))).toEqual({
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
  expect(await treeOf(tree)).toEqual({ type: 'em', props: {}, children: 'x' });
});

test('a component for browsers has a slot, the same for the same props', async () => {
  const Counter = Object.assign(() => null, { $$typeof: CLIENT, $$id: 'counter#Counter' });
  const count = (start: number, ...inside: ReactNode[]) => createElement(Counter, { start }, ...inside);
  const { tree, slots } = await flatten(createElement('div', {}, count(1), count(2), count(1)));
  const { children } = tree as unknown as { children: { slot: string }[] };
  expect([...slots.keys()]).toEqual([children[0]?.slot, children[1]?.slot]);
  expect(children[2]).toEqual(children[0]);
  expect([...slots.values()]).toEqual([count(1), count(2)]);
  const again = await flatten(count(2));
  expect(again.tree).toEqual(children[1]);
  const filled = [await treeOf(count(1, 'a')), await treeOf(count(1, createElement(Later, {}, 'b')))];
  expect(new Set([...filled, children[0]].map((slot) => JSON.stringify(slot))).size).toBe(3);
  expect(withoutSlots(tree, (slot) => slot === children[1]?.slot)).toMatchObject({
    children: [null, children[1], null],
  });
});

test('what nobody can compare has another slot each time', async () => {
  const button = createElement('button', { type: 'button', onClick: () => {} });
  expect(await treeOf(button)).not.toEqual(await treeOf(button));
});

test('what a component throws comes through', async () => {
  const broken = () => {
    throw new Error('Broken.');
  };
  await expect(flatten(createElement(broken))).rejects.toThrow('Broken.');
});
