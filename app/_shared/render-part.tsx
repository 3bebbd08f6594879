import type { ComponentProps, ComponentType, ReactNode } from 'react';
import { createMdxComponents } from '@/components/mdx';
import { ProblemList } from '@/components/problem-list';
import type { ContentIndex } from '@/lib/content/content-index';
import type { PartName } from '@/lib/content/parts';
import { ContentError } from '@/lib/content/problems';
import { renderDocument } from '@/lib/markdown/render/render';
import { findVariants } from '@/lib/views/pictures';
import { loadPostComponents } from './render-document';

/**
 * What a blog writes in the place of a part of a page; undefined where it has none. In development one with an error is
 * what is wrong with it; else it throws.
 */
export async function renderPart(name: PartName, section: ContentIndex): Promise<ReactNode> {
  const part = section.parts.get(name);
  if (!part) return undefined;
  const { strings } = section;
  const all = createMdxComponents(strings);
  const components = { ...all, ...WITHOUT_IDS, CodeBlock: withoutId(all.CodeBlock) };
  try {
    const { content } = await renderDocument(part, section, components, loadPostComponents, findVariants);
    return content;
  } catch (error) {
    if (process.env.NODE_ENV === 'production' || !(error instanceof ContentError)) throw error;
    return section.audience === 'author' && <ProblemList problems={error.problems} />;
  }
}

/** The page around a part has ids of its own. */
const WITHOUT_IDS = {
  h2: ({ id: _, ...props }: ComponentProps<'h2'>) => <h2 {...props} />,
  h3: ({ id: _, ...props }: ComponentProps<'h3'>) => <h3 {...props} />,
  h4: ({ id: _, ...props }: ComponentProps<'h4'>) => <h4 {...props} />,
};

function withoutId<Props extends object>(Element: ComponentType<Props>) {
  return ({ id: _, ...props }: Props & { id?: string }) => <Element {...(props as Props)} />;
}
