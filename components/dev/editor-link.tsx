'use client';

import type { ReactNode } from 'react';

interface EditorLinkProps {
  /** Relative to the content folder. */
  file: string;
  line: number;
  column: number;
  children: ReactNode;
}

/** Opens a file of the content in the author's editor, at a place. */
export function EditorLink({ file, line, column, children }: EditorLinkProps) {
  const open = () => fetch('/desk/open', { method: 'POST', body: JSON.stringify({ file, line, column }) });
  return (
    <button type="button" className="link" title={`${file}:${line}:${column}`} onClick={open}>
      {children}
    </button>
  );
}
