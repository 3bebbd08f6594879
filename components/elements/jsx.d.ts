import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Buttons whose `value` is `light`, `dark`, `system` or `toggle`; invisible until its script runs. */
      'colophon-theme': CustomElement;
      /** Where the search page has its form; empty without a script. */
      'colophon-search': CustomElement;
      /** Comments as the build knew them; its script brings those of the page that `data-from` names. */
      'colophon-comments': CustomElement;
      /** What alone is sent of a page, to a script; no page shows it. */
      'colophon-part': CustomElement;
    }
  }
}
