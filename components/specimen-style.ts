import type { SpecimenView } from '@/lib/views/specimen';

/** The style of the page of type and colours, in that page alone: no other pays for it. */
export function formatSpecimenStyle({
  types,
  colours,
  roles,
}: Pick<SpecimenView, 'types' | 'colours' | 'roles'>): string {
  return [
    FRAME,
    ...types.map(
      ({ token }) =>
        `.t-${token}{font-size:var(--text-${token});line-height:var(--text-${token}--line-height)}`,
    ),
    ...[...colours, ...roles].map(({ token }) => `.pair .s-${token}{background:var(--color-${token})}`),
    ...roles.map(({ token }) => `.specimen code .k-${token}{color:var(--color-${token})}`),
  ].join('');
}

const FRAME = `
.specimen section{margin-block-end:calc(var(--spacing-line)*2)}
.specimen h2+*{padding-block-start:.25rem}
.specimen .label{color:var(--color-ink-3);font:400 var(--text-file)/var(--text-file--line-height) var(--font-mono);overflow-wrap:anywhere}
.type{margin-block-end:1.5rem}
.type p:first-child{overflow-wrap:anywhere}
.t-title,.t-lead,.t-home-intro{text-wrap:balance}
.t-h2{font-weight:600}
.t-h3,.t-dek{font-style:italic}
.t-code{font-family:var(--font-mono)}
.features{display:flex;flex-wrap:wrap;gap:.25rem 1.625rem}
.small-caps{font-variant-caps:all-small-caps;letter-spacing:.045em}
.lining{font-variant-numeric:lining-nums tabular-nums}
.swatches{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:1.625rem}
.pair,.values{display:grid;grid-template-columns:1fr 1fr}
.pair{margin-block-end:.375rem;border:1px solid var(--color-line-2);forced-color-adjust:none}
.values{gap:.75rem;font-variant-numeric:lining-nums}
.values bdi{display:block}
.pair span{display:block;padding:.75rem;background:var(--color-paper)}
.pair span span{height:2.5rem;padding:0}
.in-light{color-scheme:light}
.in-dark{color-scheme:dark}
.hairline{height:1px;background:var(--color-line)}
.rule{height:1px;background:var(--color-ink)}
.thick{height:2px;background:var(--color-ink)}
.double{height:3px;border-block:1px solid var(--color-ink);border-block-end-color:var(--color-line-2)}
.hairline,.rule,.thick,.double{margin-block:1rem .375rem;forced-color-adjust:none}
.breaks{display:flex;gap:1.625rem;align-items:baseline;margin-block-start:1.25rem;color:var(--color-ink-3)}
.breaks .end{color:var(--color-rubric);font-size:.6em}
.flowers{display:grid;grid-template-columns:repeat(auto-fill,minmax(7rem,1fr));gap:1.5rem 1.25rem;font-size:var(--text-meta);line-height:var(--text-meta--line-height)}
.flowers .ornament{width:4.5rem;margin-block-end:.5rem}
.flowers a{overflow-wrap:anywhere}
.flowers a:not(:hover){text-decoration:none}
@media print{.type,.swatches>*,.flowers>*{break-inside:avoid}}
`
  .replace(/\n/g, '')
  .trim();
