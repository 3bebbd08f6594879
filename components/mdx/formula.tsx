import { createElement } from 'react';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface FormulaProps {
  /** The inside of a `math` element. */
  html: string;
  /** Stands on a line of its own. */
  display?: boolean;
  strings: Strings;
}

/** A formula as MathML, which browsers set and read aloud by themselves; a wide one scrolls in its line. */
export function Formula({ html, display = false, strings }: FormulaProps) {
  // Types of React know no MathML. The markup is written by lib/markdown from TeX, which escapes its text.
  const math = createElement('math', {
    ...(display && { display: 'block' }),
    dangerouslySetInnerHTML: { __html: html },
  });
  if (!display) return math;
  const name = formatMessage(strings, 'formula');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the parts of a form.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable to be scrolled with the keys.
    <div className="formula scroller" role="group" aria-label={name} tabIndex={0}>
      {math}
    </div>
  );
}
