import { Fragment } from 'react';
import { dayOf, formatDay } from '@/lib/dates';
import type { Site } from '@/lib/site/site';
import { authorPath, tagPath } from '@/lib/urls';
import type { PostColophonView } from '@/lib/views/post';
import { languageAmong } from './direction';

interface PostColophonProps {
  post: PostColophonView;
  /** The commit the site was built from, and where it can be seen. */
  commit?: { label: string; href?: string } | undefined;
}

/** A run of the colophon's text: words, a link, or a day. */
type Run = string | { text: string; href: string } | { text: string; day: string };

/** How a post came about, in one or two sentences set in tapering lines, as printers closed a book. */
export function PostColophon({ post, commit }: PostColophonProps) {
  const { links } = post;
  const runs = [...describeDates(post), ...describeLength(post), ...describeMaking(post, commit)];
  return (
    <footer className="colophon" {...languageAmong(post.language, post.lang)}>
      <p className={`taper taper-${countLines(runs)}`}>
        <span className="taper-edge" aria-hidden="true" />
        {runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no other name than their place.
          <RunText key={index} run={run} />
        ))}
      </p>
      {links.length > 0 && (
        <ul className="inline-list colophon-links">
          {links.map(({ label, href, type, lang }) => (
            <Fragment key={href}>
              <li>
                <a href={href} type={type} hrefLang={lang} lang={lang}>
                  {label}
                </a>
              </li>
              {type === 'text/markdown' && (
                <li hidden>
                  <button type="button" className="link">
                    Copy as Markdown
                  </button>
                </li>
              )}
            </Fragment>
          ))}
        </ul>
      )}
    </footer>
  );
}

function RunText({ run }: { run: Run }) {
  if (typeof run === 'string') return run;
  if ('day' in run) return <time dateTime={run.day}>{run.text}</time>;
  return <a href={run.href}>{run.text}</a>;
}

function describeDates({ date, updated, authors, language }: PostColophonView): Run[] {
  const day = (iso: string): Run => ({ text: formatDay(iso, language), day: dayOf(iso) });
  const toRun = ({ id, name, hasPage }: PostColophonView['authors'][number]) =>
    hasPage ? { text: name, href: authorPath(id) } : name;
  const by = authors.length > 1 ? authors.map(toRun) : [];
  return [
    'This note ',
    ...(by.length > 0 ? ['by ', ...join(by), ' '] : []),
    ...(date ? ['was first published on ', day(date)] : ['has not been published']),
    ...(updated ? [' and last revised on ', day(updated)] : []),
    '. ',
  ];
}

function describeLength({ words, minutes, tags }: PostColophonView): Run[] {
  const subjects = tags.map(({ slug, label, hasPage }) =>
    hasPage ? { text: label, href: tagPath(slug) } : label,
  );
  return [
    `It runs to ${words.toLocaleString('en')} words, about ${spellMinutes(minutes)} of reading`,
    ...(subjects.length > 0 ? [', and is filed under ', ...join(subjects)] : []),
    '. ',
  ];
}

function describeMaking(
  { fonts: { text, code } = {}, hasOwnFonts }: Pick<PostColophonView, 'fonts' | 'hasOwnFonts'>,
  commit: PostColophonProps['commit'],
): Run[] {
  const fonts = hasOwnFonts
    ? ''
    : `Set in ${[...new Set([nameFont(text, 'Source Serif'), nameFont(code, 'Plex Mono')])].join(' and ')}`;
  if (!commit) return fonts === '' ? [] : [`${fonts}.`];
  const { label, href } = commit;
  const built = fonts === '' ? 'Built' : `${fonts}; built`;
  return [`${built} at commit `, href ? { text: label, href } : label, '.'];
}

type FontSetting = NonNullable<Site['fonts']>['text'];

/** The name of a font; of several the first, which its readers are meant to see. */
function nameFont(font: FontSetting, own: string): string {
  const name = typeof font === 'object' ? font.name : (font?.split(',')[0] ?? own);
  return /^(ui-)?(sans-)?(serif|monospace|system-ui|rounded)$/.test(name) ? 'a font of your system' : name;
}

function join(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, index) =>
    index === 0 ? [run] : [index === runs.length - 1 ? ' and ' : ', ', run],
  );
}

function spellMinutes(minutes: number): string {
  const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
  return `${words[minutes] ?? minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

/**
 * How many lines the taper needs for a text on wide screens; the style sheet knows 4 to 14, and how many more a phone
 * needs. A first line holds some 62 letters, the others ever fewer, 0.58 of that on average; the text must end before
 * the taper does.
 */
function countLines(runs: readonly Run[]): number {
  const letters = runs.reduce((sum, run) => sum + (typeof run === 'string' ? run : run.text).length, 0);
  return Math.min(Math.max(Math.ceil((letters + 62 * 0.42) / (62 * 0.58 - 3)), 4), 14);
}
