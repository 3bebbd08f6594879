import type { ReactNode } from 'react';
import type { ContentIndex } from '@/lib/content/content-index';
import { Frame } from './frame';

interface SectionFrameProps {
  section: ContentIndex;
  children: ReactNode;
}

/** A page in the frame of its section: around all that a page returns. The layout is the frame where a blog has no sections. */
export function SectionFrame({ section, children }: SectionFrameProps) {
  return section.whole ? <Frame section={section}>{children}</Frame> : children;
}
