const REMEDIES: readonly (readonly [directive: RegExp, remedy: string])[] = [
  [
    /^script-src/,
    'If it counts visits, name it in content/site.ts: analytics: { script: "…" }. ' +
      'Any other script belongs into public, or into a component that imports it.',
  ],
  [
    /^connect-src/,
    'If a script that counts visits asks there, name the address in content/site.ts: analytics: { sendsTo: ["…"] }. ' +
      'Pages ask no other site.',
  ],
  [/^style-src/, 'Put the style sheet beside the component that needs it, or into components/styles.'],
  [/^font-src/, 'Put the font into app/_shared/fonts, and name it in app/_shared/fonts.ts.'],
  [
    /^(img|media|frame)-src/,
    'Show it in the text of the post: pages allow what their text shows, and nothing that a script adds.',
  ],
  [/^form-action/, 'Forms can be sent to the site itself only.'],
];

const OTHERWISE = 'lib/finish/csp.ts says what pages may load.';

const reported = new Set<string>();

/** Reports once in the console what a page was refused, and which setting or place of the blog allows it. */
function report({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
  const what = /^\w+$/.test(blockedURI) ? `Code of the kind "${blockedURI}"` : blockedURI;
  const remedy = REMEDIES.find(([directive]) => directive.test(effectiveDirective))?.[1] ?? OTHERWISE;
  warn(`${what} is refused here and on the published page (${effectiveDirective}). ${remedy}`);
}

function warn(text: string): void {
  if (!reported.has(text)) console.warn(text);
  reported.add(text);
}

const STYLE_REMEDY =
  'Put it into a style sheet beside the component, or set properties: element.style.color = "red".';

/** In what `next dev` itself adds, for which style sheets that scripts add have to be allowed here. */
const OF_NEXT = '__nextjs';

/** Reports style elements that a script adds. */
function watchStyles(): void {
  const known = new Set(listStyles([document.documentElement]));
  new MutationObserver((changes) => {
    const nodes = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
    const added = listStyles(nodes).filter((text) => !known.has(text));
    for (const text of added) known.add(text);
    if (added.length > 0) void reportStyles(added);
  }).observe(document, { childList: true, subtree: true });
}

/** What the server, too, has in the page was not added by a script: the author has just written it. */
async function reportStyles(texts: readonly string[]): Promise<void> {
  const page = await (await fetch(location.href)).text();
  for (const text of texts.filter((own) => !page.includes(own))) {
    const start = text.trim().replace(/\s+/g, ' ').slice(0, 60);
    warn(
      `A style element that a script added, "${start}", is refused on the published page. ${STYLE_REMEDY}`,
    );
  }
}

function listStyles(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (!(node instanceof Element)) return [];
    const own = node instanceof HTMLStyleElement ? [node] : [...node.querySelectorAll('style')];
    return own.flatMap(({ textContent }) => (textContent.includes(OF_NEXT) ? [] : textContent || []));
  });
}

document.addEventListener('securitypolicyviolation', report);
document.addEventListener('DOMContentLoaded', watchStyles);
