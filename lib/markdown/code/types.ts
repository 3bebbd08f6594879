import type { ProblemInBlock } from '../../content/problems';
/** The nine syntax roles. A token of the base role is plain text; the others are the CSS classes of its span. */
export type Role =
  | 'base'
  | 'comment'
  | 'punctuation'
  | 'keyword'
  | 'string'
  | 'function'
  | 'type'
  | 'number'
  | 'tag';

/** A piece of one line. `style` is only set by ANSI sequences. */
export interface Token {
  readonly text: string;
  readonly role: Role;
  readonly style?: readonly TokenStyle[];
}

export type TokenStyle = 'bold' | 'italic' | 'underline' | 'strike' | 'inverse';

/** Everything `<CodeBlock>` needs, as JSON. A property that is absent is a feature that is off. */
export interface CodeBlockProps {
  /** The highlighted lines: safe HTML without style attributes, for the inside of `<code>`. */
  readonly html: string;
  /** What a screen reader calls the block: "app/page.tsx, TypeScript"; empty where there is nothing to call it. */
  readonly name: string;
  /** Number of lines shown. */
  readonly lines: number;
  /** Length of the longest line in columns, a tab counting as four and a wide character as two. */
  readonly columns: number;
  /** Prefix of the line ids on the page (`#id-L3`). */
  readonly id?: string;
  /** The highlighter's own id of the language: "typescript". Absent for plain text. */
  readonly language?: string;
  /** The language as a reader knows it: "TypeScript". */
  readonly label?: string;
  readonly title?: string;
  readonly caption?: string;
  /** Commands and their output, not a file. */
  readonly terminal?: boolean;
  /** Digits of the largest line number. */
  readonly digits?: number;
  /** Some line carries a sign (+, −, ×, !), so there is a gutter for it. */
  readonly signs?: boolean;
  readonly wrap?: boolean;
  /** May reach into the margins on a wide screen. */
  readonly wide?: boolean;
  /** Only the first lines show until the reader asks for all. */
  readonly folded?: boolean;
  /** Label of this block's tab; see `groupTabs`. */
  readonly tab?: string;
  /** Blocks of one group share the reader's choice across the site. */
  readonly group?: string;
  /** The variants of a tabbed block, each with its own `tab`. */
  readonly tabs?: readonly CodeBlockProps[];
}

export interface CodeInput {
  readonly code: string;
  /** First word of the fence's info string. */
  readonly language?: string | undefined;
  /** The rest of the info string. */
  readonly meta?: string | undefined;
  /** Unique on the page; needed for line links and tabs. The author's `id="…"` wins. */
  readonly id?: string | undefined;
}

export interface HighlightedCode {
  readonly props: CodeBlockProps;
  readonly warnings: readonly ProblemInBlock[];
}
