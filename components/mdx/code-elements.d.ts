import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** One block of code: its `button.code-copy` is hidden until the script runs. */
      'colophon-code': CustomElement;
      /** Variants of a block; `data-group` names the choice, the radio buttons' values are its answers. */
      'colophon-tabs': CustomElement & { 'data-group'?: string | undefined };
    }
  }
}
