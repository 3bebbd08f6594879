import type { Ornament as OrnamentView } from '@/lib/site/ornament/families';

/** The ornament of a post, in the two colours of the page. Decorative; the title stands beside it. */
export function Ornament({ ornament: { line, solid, accent } }: { ornament: OrnamentView }) {
  return (
    <svg className="ornament" viewBox="-320 -320 640 640" aria-hidden="true">
      {line && <path d={line} fill="none" stroke="currentColor" />}
      {solid && <path d={solid} />}
      <path d={accent} className="accent" />
    </svg>
  );
}
