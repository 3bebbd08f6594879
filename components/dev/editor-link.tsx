import type { ReactNode } from 'react';

interface EditorLinkProps {
  /** Relative to the content folder. */
  file: string;
  line: number;
  column: number;
  children: ReactNode;
}

/** Opens a file of the content in the author's editor, at a place: `useEditorLinks` does it. */
export function EditorLink({ file, line, column, children }: EditorLinkProps) {
  const place = `${file}:${line}:${column}`;
  return (
    <button type="button" className="link" title={place} data-open={place}>
      {children}
    </button>
  );
}
