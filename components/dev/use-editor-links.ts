import { useEffect } from 'react';

/** Lets every element with `data-open="file:line:column"` open that place in the author's editor. */
export function useEditorLinks(): void {
  useEffect(() => {
    const open = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLElement>('[data-open]') : null;
      const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(link?.dataset.open ?? '') ?? [];
      if (file === undefined) return;
      const body = JSON.stringify({ file, line: Number(line), column: Number(column) });
      void fetch('/desk/open', { method: 'POST', body });
    };
    document.addEventListener('click', open);
    return () => document.removeEventListener('click', open);
  }, []);
}
