import { Children, type ComponentPropsWithoutRef, isValidElement, type ReactNode } from 'react';

/** A paragraph. What stands alone in one, an image or a film, is a figure; several images are a gallery. */
export function Paragraph({ children, ...props }: ComponentPropsWithoutRef<'p'>) {
  const parts = Children.toArray(children).filter((part) => typeof part !== 'string' || part.trim() !== '');
  if (parts.length === 1 && (hasProps(parts[0], 'src', 'alt') || hasProps(parts[0], 'src', 'controls')))
    return parts[0];
  if (parts.length > 1 && parts.every((part) => hasProps(part, 'src', 'alt')))
    return <div className="gallery">{parts}</div>;
  return <p {...props}>{children}</p>;
}

function hasProps(node: ReactNode, ...names: string[]): boolean {
  return isValidElement<object>(node) && names.every((name) => name in node.props);
}
