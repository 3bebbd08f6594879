import { createElement, Fragment, isValidElement, type ReactNode } from 'react';
import type { ContentIndex } from '@/lib/content/content-index';
import { BrokenDocumentPage } from './broken-document';
import { SectionFrame } from './section-frame';

interface Opened {
  /** Absent where the page has no frame of its own. */
  readonly section?: ContentIndex;
  readonly content: ReactNode;
  /** True where it stands in the place of a page that cannot be shown. */
  readonly isBroken?: boolean;
}

/** What a page shows, and the section in whose frame: of the nodes that its component gives. */
export async function openFrame(node: ReactNode): Promise<Opened> {
  if (!isValidElement<{ section: ContentIndex; children: ReactNode }>(node)) return { content: node };
  const { type, props } = node;
  if (type === SectionFrame) return { section: props.section, content: toFragment(props.children) };
  // A component that several pages share, around which the frame is.
  if (typeof type !== 'function' || '$$typeof' in type) return { content: node };
  const opened = await openFrame(await (type as (props: unknown) => ReactNode | Promise<ReactNode>)(props));
  return type === BrokenDocumentPage ? { ...opened, isBroken: true } : opened;
}

/** Several children that were written one by one have no keys, and a list of them would want some. */
function toFragment(children: ReactNode): ReactNode {
  return createElement(Fragment, null, ...(Array.isArray(children) ? children : [children]));
}
