import { type ComponentType, createElement } from 'react';
import type { Components } from '@/lib/markdown/elements/components';
import { sharedMediaPath } from '@/lib/urls';

type Props = Readonly<Record<string, unknown>>;

const ELEMENTS = ['a', 'img', 'video', 'audio', 'source'];

/** The same components, with the files of a draft at addresses below its own: published ones have no such files. */
export function withSharedMedia(components: Components, token: string): Components {
  const names = [...new Set([...ELEMENTS, ...Object.keys(components)])];
  const wrapped = names.map((name): [string, ComponentType<never>] => {
    const component = (components[name] ?? name) as ComponentType<Props> | string;
    return [name, (props: Props) => createElement(component, move(props, token))];
  });
  return { ...components, ...Object.fromEntries(wrapped) };
}

function move(props: Props, token: string): Props {
  const moved = Object.entries(props).filter(([, value]) => isMedia(value));
  if (moved.length === 0) return props;
  return {
    ...props,
    ...Object.fromEntries(moved.map(([name, value]) => [name, sharedMediaPath(token, String(value))])),
  };
}

function isMedia(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('/media/');
}
