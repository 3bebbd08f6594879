import {
  Children,
  type ComponentPropsWithoutRef,
  cloneElement,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from 'react';
import { InlineCode } from './inline-code';

/** A paragraph. What stands alone in one, an image or a film, is a figure; several images are a gallery. */
export function Paragraph({ children, ...props }: ComponentPropsWithoutRef<'p'>) {
  const parts = Children.toArray(children).filter((part) => typeof part !== 'string' || part.trim() !== '');
  if (parts.length === 1 && (hasProps(parts[0], 'src', 'alt') || hasProps(parts[0], 'src', 'controls')))
    return parts[0];
  if (parts.length > 1 && parts.every((part) => hasProps(part, 'src', 'alt')))
    return <div className="gallery">{parts.map(toHalf)}</div>;
  return (
    <p {...(startsWithCode(children) && { className: 'code-first' })} {...props}>
      {children}
    </p>
  );
}

/** Characters that a first line may hold; one with code in it is not set in small capitals. */
const FIRST_LINE = 60;

function startsWithCode(children: ReactNode): boolean {
  let length = 0;
  const hasCode = (node: ReactNode): boolean =>
    Children.toArray(node).some((part) => {
      if (typeof part === 'string') length += part.length;
      if (!isValidElement<{ children?: ReactNode }>(part)) return false;
      return part.type === InlineCode ? length < FIRST_LINE : hasCode(part.props.children);
    });
  return hasCode(children);
}

/** An image that shares its row with another. */
function toHalf(part: ReactNode): ReactNode {
  if (!isValidElement(part)) return part;
  const image = part as ReactElement<{ 'data-show'?: string }>;
  return cloneElement(image, { 'data-show': [image.props['data-show'], 'half'].filter(Boolean).join(' ') });
}

function hasProps(node: ReactNode, ...names: string[]): boolean {
  return isValidElement<object>(node) && names.every((name) => name in node.props);
}
