import type { ReactNode } from 'react';

/** Lists under a double rule, each with its name in the margin. Two registers in a row share one rule. */
export function PostIndex({ children }: { children: ReactNode }) {
  return <div className="post-index">{children}</div>;
}
