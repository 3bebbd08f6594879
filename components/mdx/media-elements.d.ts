import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** A link that becomes a frame with the address in `data-frame` once it is pressed. */
      'colophon-embed': CustomElement & { 'data-frame'?: string | undefined };
    }
  }
}
