import { Fragment } from 'react';
import { dayOf, formatDay } from '@/lib/dates';
import type { Site } from '@/lib/site/site';
import type { MessageName } from '@/lib/site/strings/en';
import {
  formatMessage,
  formatMinutes,
  type Strings,
  splitList,
  splitMessage,
} from '@/lib/site/strings/messages';
import { authorPath, inSection, tagPath } from '@/lib/urls';
import type { PostColophonView } from '@/lib/views/post';
import { languageAmong } from './direction';
import { countTaperLines, type Measure } from './taper-lines';

interface PostColophonProps {
  post: PostColophonView;
  strings: Strings;
  /** The commit the site was built from, and where it can be seen. */
  commit?: { label: string; href?: string } | undefined;
}

/** The letters of a whole line, and the lines that the style sheet (post.css) knows: on wide screens and on phones. */
const WIDE: Measure = { letters: 65, least: 4, most: 14 };
const NARROW: Measure = { letters: 51, least: 4, most: 20 };
/** Letters of other fonts may be as much wider. */
const OTHER_FONTS = 1.12;

/** A run of the colophon's text: words, a link, or a day. */
type Run = string | { text: string; href: string } | { text: string; day: string };

/** How a post came about, in one or two sentences set in tapering lines, as printers closed a book. */
export function PostColophon({ post, strings, commit }: PostColophonProps) {
  const { links } = post;
  const sentences = [
    ...describeDates(post, strings),
    ...describeLength(post, strings),
    ...describeMaking(post, commit, strings),
  ];
  const runs = sentences.flatMap((sentence, index) => (index === 0 ? sentence : [' ', ...sentence]));
  return (
    <footer className="colophon" {...languageAmong(post.language, post.lang)}>
      <p className={`taper ${fitTaper(runs, post)}`}>
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
                    {formatMessage(strings, 'copyMarkdown')}
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

function fitTaper(runs: readonly Run[], { hasOwnFonts, fonts }: PostColophonView): string {
  const text = runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
  const breadth = hasOwnFonts || fonts?.text ? OTHER_FONTS : 1;
  return `taper-${countTaperLines(text, WIDE, breadth)} narrow-${countTaperLines(text, NARROW, breadth)}`;
}

function RunText({ run }: { run: Run }) {
  if (typeof run === 'string') return run;
  if ('day' in run) return <time dateTime={run.day}>{run.text}</time>;
  return <a href={run.href}>{run.text}</a>;
}

function describeDates({ date, updated, authors }: PostColophonView, strings: Strings): Run[][] {
  const day = (iso: string): Run => ({ text: formatDay(iso, strings.language), day: dayOf(iso) });
  const toRun = ({ id, name, hasPage }: PostColophonView['authors'][number]) =>
    hasPage ? { text: name, href: authorPath(id) } : name;
  const name = date ? (updated ? 'publishedRevised' : 'published') : 'notPublished';
  const values = { ...(date && { date: [day(date)] }), ...(updated && { updated: [day(updated)] }) };
  const by = { authors: join(authors.map(toRun), strings.language) };
  return [toRuns(strings, name, values), ...(authors.length > 1 ? [toRuns(strings, 'writtenBy', by)] : [])];
}

function describeLength({ words, minutes, tags }: PostColophonView, strings: Strings): Run[][] {
  const { language } = strings;
  const subjects = tags.map(({ slug, label, hasPage }) =>
    hasPage ? { text: label, href: inSection(strings, tagPath(slug)) } : label,
  );
  return [
    [formatMessage(strings, 'length', { count: words, minutes: formatMinutes(minutes, language) })],
    ...(subjects.length > 0 ? [toRuns(strings, 'filedUnder', { subjects: join(subjects, language) })] : []),
  ];
}

function describeMaking(
  { fonts: { text, code } = {}, hasOwnFonts }: Pick<PostColophonView, 'fonts' | 'hasOwnFonts'>,
  commit: PostColophonProps['commit'],
  strings: Strings,
): Run[][] {
  const names = [nameFont(text, 'Source Serif', strings), nameFont(code, 'Plex Mono', strings)];
  const fonts = { fonts: join([...new Set(names)], strings.language) };
  const built = commit && {
    commit: [commit.href ? { text: commit.label, href: commit.href } : commit.label],
  };
  return [
    ...(hasOwnFonts ? [] : [toRuns(strings, 'setIn', fonts)]),
    ...(built ? [toRuns(strings, 'builtAt', built)] : []),
  ];
}

type FontSetting = NonNullable<Site['fonts']>['text'];

/** The name of a font; of several the first, which its readers are meant to see. */
function nameFont(font: FontSetting, own: string, strings: Strings): string {
  const name = typeof font === 'object' ? font.name : (font?.split(',')[0] ?? own);
  const isGeneric = /^(ui-)?(sans-)?(serif|monospace|system-ui|rounded)$/.test(name);
  return isGeneric ? formatMessage(strings, 'systemFont') : name;
}

function toRuns(
  strings: Strings,
  name: MessageName,
  values: Readonly<Record<string, readonly Run[]>> = {},
): Run[] {
  return splitMessage(strings, name).flatMap((part) => {
    if (typeof part === 'string') return part;
    return 'value' in part ? (values[part.value] ?? []) : part.text;
  });
}

function join(runs: readonly Run[], language: string): Run[] {
  return splitList(runs.length, language).map((part) =>
    typeof part === 'number' ? (runs[part] ?? '') : part,
  );
}
