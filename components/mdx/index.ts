import type { ReactNode } from 'react';
import type { Strings } from '@/lib/site/strings/messages';
import { Blockquote } from './blockquote';
import { Callout } from './callout';
import { Checkbox } from './checkbox';
import { CodeBlock } from './code-block';
import { Diagram } from './diagram';
import { Embed } from './embed';
import { Figure } from './figure';
import { Formula } from './formula';
import { H2, H3, H4, H5, H6 } from './heading';
import { InlineCode } from './inline-code';
import { Link } from './link';
import { Paragraph } from './paragraph';
import { Audio, Video } from './player';
import { Table } from './table';

/** Every element a post can contain that is more than its tag, by the name a post uses for it. */
export function createMdxComponents(strings: Strings) {
  const withStrings = <Props extends { strings: Strings }>(component: (props: Props) => ReactNode) => {
    return (props: Omit<Props, 'strings'>) => component({ ...props, strings } as Props);
  };
  return {
    a: withStrings(Link),
    p: Paragraph,
    code: InlineCode,
    img: Figure,
    input: withStrings(Checkbox),
    audio: Audio,
    video: Video,
    table: withStrings(Table),
    blockquote: withStrings(Blockquote),
    h2: withStrings(H2),
    h3: withStrings(H3),
    h4: withStrings(H4),
    h5: withStrings(H5),
    h6: withStrings(H6),
    Callout: withStrings(Callout),
    CodeBlock: withStrings(CodeBlock),
    CodeSpan: InlineCode,
    Diagram: withStrings(Diagram),
    Embed: withStrings(Embed),
    Figure,
    Formula: withStrings(Formula),
  };
}
