import type { ComponentType } from 'react';

/** The components a post may use by name; a post that uses another name gets a problem with this list. */
export const AUTHOR_NAMES = ['Callout', 'CodeBlock', 'Embed', 'Figure'] as const;

/** These, and what plugins make of code, formulas and diagrams. `components/mdx/index.ts` provides one for each. */
export const COMPONENT_NAMES = [...AUTHOR_NAMES, 'CodeSpan', 'Diagram', 'Formula'] as const;

export type ComponentName = (typeof COMPONENT_NAMES)[number];

/** Components by name, and by the HTML element that Markdown makes: `a`, `img`, `table`, … Each has props of its own. */
export type Components = Record<ComponentName, ComponentType<never>> &
  Record<string, ComponentType<never> | string>;

/** A table in which every component is the same one. */
export function provideAll(component: ComponentType): Components {
  return Object.fromEntries(COMPONENT_NAMES.map((name) => [name, component])) as unknown as Components;
}
