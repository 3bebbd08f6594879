import { type ComponentType, createElement, type ReactNode } from 'react';
import type { Components } from '../elements/components';

type Quote = { readonly 'data-callout'?: string; readonly children?: ReactNode };

/**
 * The components of the engine with those of a text and of the blog in their place, also where Markdown has a spelling of its own for
 * them: an image is a `Figure`, `> [!NOTE]` a `Callout`.
 */
export function replaceComponents(
  components: Components,
  own: Readonly<Record<string, ComponentType<never>>>,
): Components {
  return {
    ...components,
    ...(own.Figure && { img: own.Figure }),
    ...(own.CodeSpan && { code: own.CodeSpan }),
    ...(own.Callout && { blockquote: toQuote(components.blockquote ?? 'blockquote', own.Callout) }),
    ...own,
  };
}

function toQuote(quote: Components[string], callout: ComponentType<never>): ComponentType<never> {
  return ({ 'data-callout': kind, ...props }: Quote) =>
    kind === undefined
      ? createElement(quote as ComponentType<object>, props)
      : createElement(callout as ComponentType<Omit<Quote, 'data-callout'> & { kind: string }>, {
          kind,
          ...props,
        });
}
