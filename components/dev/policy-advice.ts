const ADVICE: readonly (readonly [directive: RegExp, advice: string])[] = [
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
  [/^font-src/, 'Put the font into app/fonts, and name it in app/fonts.ts.'],
  [
    /^(img|media|frame)-src/,
    'Show it in the text of the post: pages allow what their text shows, and nothing that a script adds.',
  ],
  [/^form-action/, 'Forms can be sent to the site itself only.'],
];

const OTHERWISE = 'lib/publish/csp.ts says what pages may load.';

const told = new Set<string>();

/** Tells once in the console what a page was refused, and which setting or place of the blog allows it. */
function tell({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
  const what = /^\w+$/.test(blockedURI) ? `Code of the kind "${blockedURI}"` : blockedURI;
  const advice = ADVICE.find(([directive]) => directive.test(effectiveDirective))?.[1] ?? OTHERWISE;
  const text = `${what} is refused here and on the published page (${effectiveDirective}). ${advice}`;
  if (!told.has(text)) console.warn(text);
  told.add(text);
}

document.addEventListener('securitypolicyviolation', tell);
