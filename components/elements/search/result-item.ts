import { formatDay } from '../../../lib/dates';
import type { ExcerptLine, Span } from '../../../lib/search/excerpt';
import type { Manifest } from '../../../lib/search/index-format';
import type { Result } from '../../../lib/search/result';
import { formatMessage } from '../../../lib/site/strings/messages';
import { withBase } from '../with-base';
import { createElement } from './create-element';

/** A hit as one link: title and date, section, the lines that were found. */
export function createResultItem(result: Result, manifest: Manifest): HTMLLIElement {
  const { href, title, lang, date, mark, section, lines, tags } = result;
  const spoken = lang === undefined ? {} : { lang };
  const words = createElement(
    'span',
    { className: 'search-title', dir: 'auto', ...spoken },
    ...toNodes(title),
  );
  const link = createElement(
    'a',
    { className: 'search-item search-hit', href: withBase(href) },
    createElement(
      'span',
      { className: 'search-head' },
      words,
      ...toMark(mark),
      ...toTime(date, manifest.language),
    ),
    ...(section.length > 0
      ? [createElement('span', { className: 'search-section' }, ...toNodes(section))]
      : []),
    ...lines.map((line) => createLine(line, spoken)),
    ...(tags.length > 0
      ? [createElement('span', { className: 'search-section' }, ...toFound(tags, manifest))]
      : []),
  );
  return createElement('li', {}, link);
}

function createLine({ isCode, spans }: ExcerptLine, spoken: { lang?: string }): HTMLElement {
  return isCode
    ? createElement('code', { className: 'search-line', dir: 'ltr' }, ...toNodes(spans))
    : createElement('span', { className: 'search-line', dir: 'auto', ...spoken }, ...toNodes(spans));
}

function toNodes(spans: readonly Span[]): (Node | string)[] {
  return spans.map(({ text, isHit }) => (isHit ? createElement('mark', {}, text) : text));
}

/** Spaces stand between the parts, so that they are read as words apart. */
function toMark(mark: string | undefined): (Node | string)[] {
  return mark === undefined ? [] : [' ', createElement('span', { className: 'state-mark' }, mark)];
}

function toTime(date: string | undefined, language: string): (Node | string)[] {
  return date === undefined
    ? []
    : [' ', createElement('time', { dateTime: date }, formatDay(date, language))];
}

/** The subjects that were found, in the words of the site. */
function toFound(tags: Result['tags'], manifest: Manifest): (Node | string)[] {
  const [before = '', after = ''] = formatMessage(manifest, 'onSubjects', { subjects: '\n' }).split('\n');
  return [before, ...joinTags(tags), after];
}

function joinTags(tags: Result['tags']): (Node | string)[] {
  return tags.flatMap((tag, index) => [...(index > 0 ? [', '] : []), ...toNodes(tag)]);
}
