import type { Root } from 'mdast';
import type { SharedComponent } from '../../content/shared-components';
import { listExports } from './modules';
import { visit } from './visit';

declare module 'mdast' {
  interface Data {
    /** True for a component of the text or its blog. */
    isOwn?: boolean;
  }
}

/**
 * Remark plugin: marks the components that a text or its blog brings along, also under a name of one of the engine's. What they
 * take and show is theirs to say.
 */
export function markOwnComponents({ shared }: { shared: readonly SharedComponent[] }) {
  return (tree: Root) => {
    const own = new Set([...listExports(tree), ...shared.map(({ name }) => name)].filter(isComponentName));
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (node.name !== null && own.has(node.name)) node.data = { ...node.data, isOwn: true };
    });
  };
}

/** True for an element that is the engine's component of this name. */
export function isEngineComponent(node: object, wanted: string): boolean {
  const { type, name, data } = node as Named;
  const isJsx = type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
  return isJsx && name === wanted && data?.isOwn !== true;
}

interface Named {
  readonly type?: string;
  readonly name?: string | null;
  readonly data?: { readonly isOwn?: boolean };
}

function isComponentName(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}
