import { Fragment, isValidElement, type ReactElement, type ReactNode, Suspense } from 'react';

/** What server components make, with all of them run: plain JSON. */
export type FlatNode = string | null | FlatElement | readonly FlatNode[];

export interface FlatElement {
  /** Name of an HTML element; empty for a fragment. */
  readonly type: string;
  readonly key?: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: FlatNode;
}

/** Thrown where a tree holds a client component: only the framework can show that. */
export class NotFlat extends Error {}

/** Runs the server components of a tree. Throws `NotFlat`, and whatever a component throws. */
export async function flatten(node: ReactNode | Promise<ReactNode>): Promise<FlatNode> {
  const settled = await node;
  if (settled === null || settled === undefined || typeof settled === 'boolean') return null;
  if (typeof settled === 'string') return settled;
  if (typeof settled === 'number' || typeof settled === 'bigint') return String(settled);
  if (Array.isArray(settled)) return Promise.all(settled.map(flatten));
  if (isValidElement<Props>(settled)) return flattenElement(settled);
  throw new NotFlat();
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

const CLIENT_REFERENCE = Symbol.for('react.client.reference');

async function flattenElement({ type, key, props }: ReactElement<Props>): Promise<FlatNode> {
  const named = key === null ? {} : { key };
  if (typeof type === 'string') {
    const { children, ...rest } = props;
    if (Object.values(rest).some((value) => typeof value === 'function')) throw new NotFlat();
    return { type, ...named, props: rest, children: await flatten(children) };
  }
  const isFragment = type === (Fragment as unknown) || type === (Suspense as unknown);
  if (!isFragment && (typeof type !== 'function' || isClient(type))) throw new NotFlat();
  const run = type as unknown as (props: Props) => ReactNode;
  const children = await flatten(isFragment ? props.children : run(props));
  return key === null && !hasKeys(children) ? children : { type: '', ...named, props: {}, children };
}

/** Keys that a component gives count among its own elements only. */
function hasKeys(node: FlatNode): boolean {
  return Array.isArray(node) || (typeof node === 'object' && node !== null && 'key' in node);
}

function isClient(type: object): boolean {
  return '$$typeof' in type && type.$$typeof === CLIENT_REFERENCE;
}
