import type { Element, ElementContent, Properties, Root } from 'hast';
import type { CompiledText } from '../compile/compile';
import { addressProps } from '../links/address-props';
import type { Addresses } from '../links/addresses';
import { evaluateAt } from '../render/evaluate-at';
import { runCode } from '../render/run-code';

/** What a static component may return, and what stands between its tags. */
export type Child = Settled | PromiseLike<Settled>;
type Settled = ElementContent | string | number | boolean | null | undefined | readonly Child[];
type Props = Readonly<Record<string, unknown>>;

/** A component without React: from props to nodes of an HTML tree. */
export type StaticComponent = (props: Props) => Child;
export type StaticComponents = Readonly<Record<string, StaticComponent>>;

/**
 * A body as a plain HTML tree, for feeds and whatever else is read without our scripts and styles. The
 * same compiled text as the page's, run with a small runtime that makes hast nodes instead of React elements.
 * `imported` stands for the components of the text's own folder.
 */
export async function renderStatic(
  compiled: CompiledText,
  addresses: Addresses,
  components: StaticComponents,
  imported: StaticComponent,
): Promise<Root> {
  if (compiled.code === '') return { type: 'root', children: [] };
  const jsx = (type: unknown, props: Props) => create(type, props, addresses);
  const runtime = { Fragment: FRAGMENT, jsx, jsxs: jsx, jsxDEV: jsx, evaluateAt };
  const { default: Content } = await runCode(compiled.code, runtime);
  const own = Object.fromEntries(compiled.imports.map(({ local }) => [local, imported]));
  const content = (Content as (props: Props) => Child)({ components: { ...components, ...own } });
  return { type: 'root', children: await flatten(content) };
}

/** The children of a static component, ready to be put into a node. */
export async function flatten(child: Child): Promise<ElementContent[]> {
  if (isList(child)) return (await Promise.all(child.map(flatten))).flat();
  if (child === null || child === undefined || typeof child === 'boolean') return [];
  if (typeof child !== 'object') return [{ type: 'text', value: String(child) }];
  return 'then' in child ? flatten(await (child as PromiseLike<Settled>)) : [child];
}

function isList(value: Child): value is readonly Child[] {
  return Array.isArray(value);
}

const FRAGMENT = Symbol('fragment');

function create(type: unknown, props: Props, addresses: Addresses): Child {
  if (type === FRAGMENT) return props.children as Child;
  if (typeof type === 'function') return (type as StaticComponent)(addressProps(props, addresses) ?? props);
  return toElement(String(type), props, addresses);
}

async function toElement(
  name: string,
  props: Props,
  addresses: Addresses,
): Promise<ElementContent | ElementContent[]> {
  const { children, dangerouslySetInnerHTML: _html, ...rest } = props;
  const addressed = addressProps(rest, addresses);
  if (name === 'a' && addressed === undefined) return flatten(children as Child);
  const element: Element = {
    type: 'element',
    tagName: name,
    properties: toProperties(addressed ?? rest),
    children: await flatten(children as Child),
  };
  return element;
}

function toProperties(props: Props): Properties {
  const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(Object.entries(props).filter(([, value]) => isPlain(value))) as Properties;
}
