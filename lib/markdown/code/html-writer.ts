import type { Role, Token } from './types';

/** CSS class of each role but the base, which is not wrapped. */
const roleClasses: Record<Role, string> = {
  base: '',
  comment: 'c',
  punctuation: 'u',
  keyword: 'k',
  string: 's',
  function: 'f',
  type: 't',
  number: 'n',
  tag: 'g',
};

/** The HTML of tokens alone, for inline code. */
export function tokensToHtml(tokens: readonly Token[]): string {
  const writer = createWriter();
  for (const token of tokens) writer.text(token.text, classOf(token));
  return writer.end();
}

/** The classes of a token's span; none for the base role. */
export function classOf({ role, style }: Token): string {
  return [roleClasses[role], ...(style ?? [])].filter(Boolean).join(' ');
}

/** Puts a line's HTML together, as small as it can be. */
export interface HtmlWriter {
  /** Writes text of a class; joins its neighbours of the same class and leaves white space between them bare. */
  text(text: string, className: string): void;
  /** Writes markup as it is, outside any token. */
  raw(html: string): void;
  end(): string;
}

/** A writer that has written nothing. */
export function createWriter(): HtmlWriter {
  let html = '';
  let current = '';
  let space = '';
  const close = () => {
    if (current !== '') html += '</span>';
    current = '';
    html += space;
    space = '';
  };
  return {
    text(text, className) {
      const spaced = /\b(?:inverse|underline|strike)\b/.test(className);
      const core = spaced ? text : text.trim();
      const start = text.indexOf(core);
      space += text.slice(0, start);
      if (core === '') {
        space += text;
        return;
      }
      if (className === current) html += space;
      else {
        close();
        if (className !== '')
          html += `<span class=${className.includes(' ') ? `"${className}"` : className}>`;
        current = className;
      }
      html += escapeText(core);
      space = text.slice(start + core.length);
    },
    raw(markup) {
      if (markup === '') return;
      close();
      html += markup;
    },
    end() {
      close();
      return html;
    },
  };
}

/** Text as HTML, outside attributes. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
