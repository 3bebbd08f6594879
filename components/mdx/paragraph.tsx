import { Children, type ComponentPropsWithoutRef, isValidElement } from 'react';

/** A paragraph; an image that stands alone in its own is a figure, which no paragraph may hold. */
export function Paragraph({ children, ...props }: ComponentPropsWithoutRef<'p'>) {
  const parts = Children.toArray(children);
  return parts.length === 1 && isImage(parts[0]) ? parts[0] : <p {...props}>{children}</p>;
}

function isImage(node: unknown): boolean {
  return isValidElement<{ src?: unknown; alt?: unknown }>(node) && 'src' in node.props && 'alt' in node.props;
}
