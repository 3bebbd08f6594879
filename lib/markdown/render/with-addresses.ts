import { type ComponentType, createElement, type ReactNode } from 'react';
import type { Components } from '../elements/components';
import { ATTRIBUTES as ADDRESSES, addressProps } from '../links/address-props';
import type { Addresses } from '../links/addresses';

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

const ELEMENTS = ['a', 'img', 'video', 'audio', 'source'];

/** The same components, given the final addresses of what a text names, and the size of its images. */
export function withAddresses(components: Components, addresses: Addresses): Components {
  const names = [
    ...ELEMENTS,
    ...Object.keys(components).filter((name) => /^[A-Z]/.test(name) && name !== 'CodeBlock'),
  ];
  const wrapped = names.map((name): [string, ComponentType<never>] => {
    const component = (components[name] ?? name) as ComponentType<Props> | string;
    const render = (props: Props) => {
      const addressed = addressProps(props, addresses);
      if (name === 'a' && addressed === undefined) return createElement('span', {}, props.children);
      return createElement(component, addressed ?? props);
    };
    return [name, render];
  });
  return { ...components, ...Object.fromEntries(wrapped) };
}

type Runtime = Readonly<Record<string, unknown>>;
type Make = (type: unknown, props: Props, ...rest: unknown[]) => unknown;

/**
 * A runtime of JSX whose elements have addresses resolved too: MDX hands elements of Markdown to the components, but
 * leaves those alone that stand within an expression.
 */
export function addressElements<Given extends Runtime>(runtime: Given, components: Components): Given {
  const through = (make: Make): Make => {
    return (type, props, ...rest) => {
      const isAddressed =
        typeof type === 'string' && ELEMENTS.includes(type) && ADDRESSES.some((name) => name in props);
      return make(isAddressed ? (components[type] ?? type) : type, props, ...rest);
    };
  };
  const makers = ['jsx', 'jsxs', 'jsxDEV'].flatMap((name) => {
    const make = runtime[name];
    return typeof make === 'function' ? [[name, through(make as Make)]] : [];
  });
  return { ...runtime, ...Object.fromEntries(makers) };
}
