import type { ElementContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { toExpression, toProgram } from '../compile/estree';

type Attributes = MdxJsxFlowElementHast['attributes'];

/** A component among the blocks of a text, with JSON values as its props; `undefined` leaves a prop out. */
export function toBlockComponent(
  name: string,
  props: object,
  children: readonly ElementContent[] = [],
): MdxJsxFlowElementHast {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: toAttributes(props),
    children: [...children] as MdxJsxFlowElementHast['children'],
  };
}

/** A component within a line of text. */
export function toInlineComponent(
  name: string,
  props: object,
  children: readonly ElementContent[] = [],
): MdxJsxTextElementHast {
  return {
    type: 'mdxJsxTextElement',
    name,
    attributes: toAttributes(props),
    children: [...children] as MdxJsxTextElementHast['children'],
  };
}

function toAttributes(props: object): Attributes {
  return Object.entries(props)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({
      type: 'mdxJsxAttribute',
      name,
      value:
        typeof value === 'string'
          ? value
          : {
              type: 'mdxJsxAttributeValueExpression',
              value: '',
              data: { estree: toProgram(toExpression(value)) },
            },
    }));
}
