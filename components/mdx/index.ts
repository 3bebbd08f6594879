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
export const mdxComponents = {
  a: Link,
  p: Paragraph,
  code: InlineCode,
  img: Figure,
  input: Checkbox,
  audio: Audio,
  video: Video,
  table: Table,
  blockquote: Blockquote,
  h2: H2,
  h3: H3,
  h4: H4,
  h5: H5,
  h6: H6,
  Callout,
  CodeBlock,
  CodeSpan: InlineCode,
  Diagram,
  Embed,
  Figure,
  Formula,
};
