import { dayOf } from '../dates';
import { toIsoDate } from './iso-date';
import type { ReportAt } from './post';
import type { Problem } from './problems';
import type { YamlValue } from './yaml';

/** Fields by which other engines keep a post from readers, and the values that do, by name without separators. */
const HIDING: readonly (readonly [names: readonly string[], hides: (value: string) => boolean])[] = [
  [
    ['published', 'publish', 'ispublished', 'public', 'ispublic', 'visible', 'show', 'enabled', 'permalink'],
    (value) => /^(false|no|off|0|never)$/.test(value),
  ],
  [
    [
      'private',
      'isprivate',
      'hidden',
      'ishidden',
      'hide',
      'isdraft',
      'wip',
      'unpublished',
      'secret',
      'internal',
    ],
    (value) => /^(true|yes|on|1|always)$/.test(value),
  ],
  [
    ['archived', 'deleted', 'exclude', 'ignore', 'headless', 'eleventyexcludefromcollections'],
    (value) => /^(true|yes|on|1)$/.test(value),
  ],
  [
    ['status', 'poststatus', 'state', 'visibility', 'access', 'publishstatus', 'audience'],
    (value) =>
      /^(draft|private|hidden|pending|future|scheduled|trash|unpublished|unlisted|archived|internal|review|in[ -]review|wip|idea|members|paid|none|author|password)$/.test(
        value,
      ),
  ],
  [['password'], (value) => value !== ''],
];

/**
 * Fields by which a post of another engine would not be published. This blog publishes it all the same, so each is an error:
 * what its author meant to keep back must not go online. Nothing for a draft.
 */
export function checkHidden(
  data: Readonly<Record<string, YamlValue>>,
  isDraft: boolean,
  reportAt: ReportAt,
): Problem[] {
  if (isDraft) return [];
  return [
    ...checkDays(data, reportAt),
    ...Object.entries(data)
      .filter(([field, value]) => isHiding(field, value))
      .map(([field, value]) => {
        const isShown = typeof value === 'string' && field.toLowerCase() !== 'password';
        const written = isShown ? `"${field}: ${value}"` : `"${field}"`;
        const message = `${written} does not keep this post back: it would be published.`;
        return reportAt([field], 'error', message, REMEDY);
      }),
  ];
}

/** Hugo publishes a post on its `publishDate` and takes it back on its `expiryDate`; here the date alone decides. */
function checkDays(data: Readonly<Record<string, YamlValue>>, reportAt: ReportAt): Problem[] {
  return Object.entries(data).flatMap(([field, value]) => {
    if (typeof value !== 'string' || value === '' || !isTiming(field)) return [];
    if (TIMES.expiry.test(toName(field))) {
      const message = `"${field}: ${value}" does not take this post back: it stays published.`;
      return [
        reportAt([field], 'error', message, 'Remove the line, and write draft: true when the day comes.'),
      ];
    }
    const day = dayOf(toIsoDate(value));
    if (typeof data.date !== 'string' || day <= dayOf(toIsoDate(data.date))) return [];
    const message = `"${field}: ${value}" does not keep this post back until then: its date decides.`;
    return [reportAt([field], 'error', message, `Write date: ${day}, or remove the line.`)];
  });
}

/** True for a field by which Hugo publishes a post later than its date, or takes it back. */
export function isTiming(field: string): boolean {
  return Object.values(TIMES).some((names) => names.test(toName(field)));
}

const TIMES = { publication: /^publishdate$/, expiry: /^(?:expirydate|expires|unpublishdate)$/ };

function toName(field: string): string {
  return field.toLowerCase().replace(/[^a-z]/g, '');
}

/** True where a field would keep a post from readers on another engine. */
export function isHiding(field: string, value: YamlValue): boolean {
  const name = toName(field);
  if (name === 'build') return hidesBuild(value);
  if (typeof value !== 'string') return false;
  const text = value.trim().toLowerCase();
  return HIDING.some(([names, hides]) => names.includes(name) && hides(text));
}

/** Hugo's `build: { render: never, list: never }`. */
function hidesBuild(value: YamlValue): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return ['render', 'list'].some((key) => ['never', 'false'].includes(String(value[key]).toLowerCase()));
}

const REMEDY =
  'Write draft: true to keep it back, or unlisted: true to leave it out of lists; remove the line to publish it.';
