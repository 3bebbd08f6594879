import { Children, type ComponentPropsWithoutRef, isValidElement, type ReactNode } from 'react';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface HeadingProps extends ComponentPropsWithoutRef<'h2'> {
  strings: Strings;
}

/** Headings that link to themselves; a pilcrow hangs beside them on hover, focus and arrival. */
export const H2 = (props: HeadingProps) => <Heading as="h2" {...props} />;
export const H3 = (props: HeadingProps) => <Heading as="h3" {...props} />;
export const H4 = (props: HeadingProps) => <Heading as="h4" {...props} />;
export const H5 = (props: HeadingProps) => <Heading as="h5" {...props} />;
export const H6 = (props: HeadingProps) => <Heading as="h6" {...props} />;

interface AnchoredHeadingProps extends HeadingProps {
  as: 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
}

function Heading({ as: Element, id, children, strings, ...props }: AnchoredHeadingProps) {
  return (
    <Element id={id} {...props}>
      {id && Children.count(children) > 0 ? (
        <Anchored id={id} strings={strings}>
          {children}
        </Anchored>
      ) : (
        children
      )}
    </Element>
  );
}

interface AnchoredProps extends Pick<HeadingProps, 'strings' | 'children'> {
  id: string;
}

/** A link may not hold another: a heading with links in it gets a pilcrow of its own instead. */
function Anchored({ id, strings, children }: AnchoredProps) {
  if (!hasLink(children)) {
    return (
      <a className="anchor" href={`#${id}`}>
        {children}
      </a>
    );
  }
  return (
    <>
      {children}{' '}
      <a className="anchor anchor-alone" href={`#${id}`}>
        <span className="visually-hidden">{formatMessage(strings, 'linkToSection')}</span>
      </a>
    </>
  );
}

function hasLink(node: ReactNode): boolean {
  return Children.toArray(node).some(
    (child) =>
      isValidElement<{ href?: unknown; children?: ReactNode }>(child) &&
      ('href' in child.props || hasLink(child.props.children)),
  );
}
