import { createHash } from 'node:crypto';
import { Fragment, isValidElement, type ReactElement, type ReactNode, Suspense } from 'react';

/** What server components make, with all of them run: plain JSON. */
export type FlatNode = string | null | FlatElement | FlatSlot | readonly FlatNode[];

export interface FlatElement {
  /** Name of an HTML element; empty for a fragment. */
  readonly type: string;
  readonly key?: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: FlatNode;
}

/** The place of something that only the framework can show: a component that runs in browsers. */
export interface FlatSlot {
  /** The same for the same component with the same props. */
  readonly slot: string;
  readonly key?: string;
}

export interface Flattened {
  readonly tree: FlatNode;
  /** What belongs into the slots of the tree, by their names. */
  readonly slots: ReadonlyMap<string, ReactElement>;
}

/** Runs the server components of a tree. Throws whatever a component throws. */
export async function flatten(node: ReactNode | Promise<ReactNode>): Promise<Flattened> {
  const slots = new Map<string, ReactElement>();
  return { tree: await flattenNode(node, slots), slots };
}

/** A tree without the slots for which there is nothing. */
export function withoutSlots(node: FlatNode, isThere: (slot: string) => boolean): FlatNode {
  if (node === null || typeof node === 'string') return node;
  if (isList(node)) return node.map((part) => withoutSlots(part, isThere));
  if ('slot' in node) return isThere(node.slot) ? node : null;
  return { ...node, children: withoutSlots(node.children, isThere) };
}

/** The name that a component for browsers has for the bundler; undefined for every other type. */
export function getClientName(type: unknown): string | undefined {
  if (typeof type !== 'function' || !('$$typeof' in type) || type.$$typeof !== CLIENT_REFERENCE)
    return undefined;
  return '$$id' in type ? String(type.$$id) : type.name;
}

type Slots = Map<string, ReactElement>;
type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

const CLIENT_REFERENCE = Symbol.for('react.client.reference');

async function flattenNode(node: ReactNode | Promise<ReactNode>, slots: Slots): Promise<FlatNode> {
  const settled = await node;
  if (settled === null || settled === undefined || typeof settled === 'boolean') return null;
  if (typeof settled === 'string') return settled;
  if (typeof settled === 'number' || typeof settled === 'bigint') return String(settled);
  if (Array.isArray(settled)) return Promise.all(settled.map((part) => flattenNode(part, slots)));
  if (isValidElement<Props>(settled)) return flattenElement(settled, slots);
  throw new Error(`Pages cannot show ${Object.prototype.toString.call(settled)}.`);
}

async function flattenElement(element: ReactElement<Props>, slots: Slots): Promise<FlatNode> {
  const { type, key, props } = element;
  const named = key === null ? {} : { key };
  if (typeof type === 'string' && !Object.values(props).some(isFunction)) {
    const { children, ...rest } = props;
    return { type, ...named, props: rest, children: await flattenNode(children, slots) };
  }
  const isFragment = type === (Fragment as unknown) || type === (Suspense as unknown);
  if (!isFragment && (!isFunction(type) || getClientName(type) !== undefined)) {
    const slot = await nameSlot(element);
    slots.set(slot, element);
    return { slot, ...named };
  }
  const run = type as unknown as (props: Props) => ReactNode;
  const children = await flattenNode(isFragment ? props.children : run(props), slots);
  return key === null && !hasKeys(children) ? children : { type: '', ...named, props: {}, children };
}

async function nameSlot({ type, props }: ReactElement<Props>): Promise<string> {
  const values = Object.entries(props).map(async ([name, value]) => {
    return isFunction(value)
      ? [name, unlike()]
      : [name, (await flatten(value as ReactNode).catch(() => value)) ?? null];
  });
  const facts = [
    getClientName(type) ?? (typeof type === 'string' ? type : unlike()),
    await Promise.all(values),
  ];
  return createHash('sha256').update(JSON.stringify(facts, toJson)).digest('hex').slice(0, 16);
}

/** Equal to nothing: of a function nobody can say whether it does the same as another. */
function unlike(): string {
  return crypto.randomUUID();
}

function toJson(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value.keys()];
  return typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value;
}

/** Keys that a component gives count among its own elements only. */
function hasKeys(node: FlatNode): boolean {
  return Array.isArray(node) || (typeof node === 'object' && node !== null && 'key' in node);
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isList(node: FlatNode): node is readonly FlatNode[] {
  return Array.isArray(node);
}
