import { type ComponentType, createElement, type ReactNode } from 'react';
import { addressProps } from './address';
import type { Components } from './components';
import type { Resolved } from './resolve';

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

const ELEMENTS = ['a', 'img', 'video', 'audio', 'source'];

/** The same components, given the final addresses of what a text names, and the size of its images. */
export function withAddresses(
  components: Components,
  resolve: (url: string) => Resolved | undefined,
): Components {
  const names = [
    ...ELEMENTS,
    ...Object.keys(components).filter((name) => /^[A-Z]/.test(name) && name !== 'CodeBlock'),
  ];
  const wrapped = names.map((name): [string, ComponentType<never>] => {
    const component = (components[name] ?? name) as ComponentType<Props> | string;
    const render = (props: Props) => {
      const addressed = addressProps(props, resolve);
      if (name === 'a' && addressed === undefined) return createElement('span', {}, props.children);
      return createElement(component, addressed ?? props);
    };
    return [name, render];
  });
  return { ...components, ...Object.fromEntries(wrapped) };
}
