import type { ReactNode } from 'react';

export function Callout({ kind, children }: { kind: string; children: ReactNode }) {
  return (
    <aside className="own-callout" data-kind={kind}>
      {children}
    </aside>
  );
}
