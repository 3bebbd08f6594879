import type { ComponentProps, ReactNode } from 'react';
import { createMdxComponents } from '@/components/mdx';
import { CodeBlock } from '@/components/mdx/code-block';
import type { PartName } from '@/lib/content/parts';
import { renderDocument } from '@/lib/markdown/render/render';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { findVariants } from '@/lib/views/pictures';
import { loadPostComponents } from './render-document';

/** What a blog writes in the place of a part of a page; undefined where it has none. Throws where it has an error. */
export async function renderPart(name: PartName): Promise<ReactNode> {
  const part = getIndex().parts.get(name);
  if (!part) return undefined;
  const components = { ...createMdxComponents(getStrings()), ...WITHOUT_IDS };
  const { content } = await renderDocument(part, getIndex(), components, loadPostComponents, findVariants);
  return content;
}

/** The page around a part has ids of its own. */
const WITHOUT_IDS = {
  h2: ({ id: _, ...props }: ComponentProps<'h2'>) => <h2 {...props} />,
  h3: ({ id: _, ...props }: ComponentProps<'h3'>) => <h3 {...props} />,
  h4: ({ id: _, ...props }: ComponentProps<'h4'>) => <h4 {...props} />,
  CodeBlock: ({ id: _, ...props }: ComponentProps<typeof CodeBlock>) => (
    <CodeBlock {...props} strings={getStrings()} />
  ),
};
