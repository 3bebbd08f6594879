import { Children, type ComponentPropsWithoutRef, isValidElement, type ReactNode } from 'react';
import type { Strings } from '@/lib/site/strings/messages';
import { Callout, isCalloutKind } from './callout';

interface BlockquoteProps extends ComponentPropsWithoutRef<'blockquote'> {
  /** Set where the text writes `> [!NOTE]`; any other quotation has none. */
  'data-callout'?: string;
  strings: Strings;
}

/** A quotation, or the callout that GitHub's syntax writes as one. An opening quotation mark hangs. */
export function Blockquote({ 'data-callout': kind, strings, children, ...props }: BlockquoteProps) {
  if (kind !== undefined && isCalloutKind(kind)) {
    return (
      <Callout kind={kind} strings={strings}>
        {children}
      </Callout>
    );
  }
  return (
    <blockquote {...(/^\s*["“„«‘]/.test(openingOf(children)) && { className: 'hanging-quote' })} {...props}>
      {children}
    </blockquote>
  );
}

/** The first words below a node. */
function openingOf(node: ReactNode): string {
  for (const child of Children.toArray(node)) {
    if (typeof child === 'string' && child.trim()) return child;
    if (isValidElement<{ children?: ReactNode }>(child)) return openingOf(child.props.children);
  }
  return '';
}
