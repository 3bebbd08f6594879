import { type ComponentPropsWithoutRef, Fragment, type ReactNode } from 'react';

/** The longest code that stays on one line; longer code may break anywhere. */
const LONGEST_UNBROKEN = 28;

interface InlineCodeProps extends ComponentPropsWithoutRef<'code'> {
  /** The same code with the colours of its language, as lib/markdown/code writes it. */
  html?: string;
}

/** Code within a line of text. */
export function InlineCode({ html, children, ...props }: InlineCodeProps) {
  // What is more than a text may be of any length.
  const isLong = typeof children !== 'string' || children.length > LONGEST_UNBROKEN;
  const long = isLong && { className: 'long-code' };
  if (html === undefined) {
    return (
      <code {...long} {...props}>
        {typeof children === 'string' && isLong ? offerBreaks(children) : children}
      </code>
    );
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by lib/markdown/code, which escapes the text.
  return <code {...long} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Between the parts of a name a line ends sooner than within one. */
function offerBreaks(code: string): ReactNode[] {
  return code.split(/(?<=[\w)\]}][._/\\:@-]+)(?=\w)/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stay in their order.
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
