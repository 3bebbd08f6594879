import type { CodeBlockProps } from './types';

/** Stands for the block's id in the HTML until the block has one; it cannot occur in the code. */
export const idPlaceholder = '\0';

/** The block with its own id, or the one given, in place of the placeholder; without either lines have no ids. */
export function withId(props: CodeBlockProps, given: string | undefined): CodeBlockProps {
  const { id: own, tabs, ...rest } = props;
  const id = own ?? (given === undefined ? undefined : toId(given));
  const html = id === undefined ? dropIds(props.html) : props.html.replaceAll(idPlaceholder, id);
  const variants = tabs?.map((tab, index) =>
    withId(tab, id === undefined ? undefined : `${id}-${index + 1}`),
  );
  return { ...rest, html, ...(id !== undefined && { id }), ...(variants && { tabs: variants }) };
}

function dropIds(html: string): string {
  if (!html.includes(idPlaceholder)) return html;
  return html
    .replaceAll(new RegExp(` id="${idPlaceholder}[^"]*"`, 'g'), '')
    .replaceAll(
      new RegExp(`<a class=no href="#${idPlaceholder}[^"]*" (data-n=\\d+)[^>]*></a>`, 'g'),
      '<span class=no $1></span>',
    );
}

/** A text as an id: letters, digits, hyphens. */
export function toId(text: string): string {
  return text.trim().replaceAll(/[^\p{L}\p{N}_-]+/gu, '-') || 'code';
}
