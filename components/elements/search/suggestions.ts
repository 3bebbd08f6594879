import type { Manifest } from '../../../lib/search/index-format';
import { formatMessage } from '../../../lib/site/strings/messages';
import { archivePath, tagPath } from '../../../lib/urls';
import { toOwnSection } from '../own-section';
import { withBase } from '../with-base';
import { createElement } from './create-element';
import { forgetRecent, readRecent } from './recent-searches';

const MAX_SUBJECTS = 8;

/** What can be chosen before anything is typed: earlier searches, the subjects written about most, the archive. */
export function createSuggestions(manifest: Manifest, search: (text: string) => void): HTMLElement[] {
  const recent = readRecent();
  const list = createList(formatMessage(manifest, 'recentSearches'), [
    ...recent.map((text) => {
      const button = createElement('button', { className: 'search-item link', type: 'button' }, text);
      button.onclick = () => search(text);
      return button;
    }),
    createForget(manifest),
  ]);
  return [...(recent.length > 0 ? [list] : []), createSubjects(manifest)];
}

/** The subjects written about most, and the way to all posts: also for those who searched and found nothing. */
export function createSubjects(manifest: Manifest): HTMLElement {
  const subjects = [...manifest.tags].sort((a, b) => b.count - a.count).slice(0, MAX_SUBJECTS);
  return createList(formatMessage(manifest, 'popularSubjects'), [
    ...subjects.map(({ slug, label }) =>
      createElement(
        'a',
        { className: 'search-item link', href: withBase(toOwnSection(tagPath(slug))) },
        label,
      ),
    ),
    createElement(
      'a',
      { className: 'search-item link', href: withBase(toOwnSection(archivePath())) },
      formatMessage(manifest, 'allByYear'),
    ),
  ]);
}

function createList(name: string, items: readonly HTMLElement[]): HTMLElement {
  return createElement(
    'section',
    { className: 'search-suggestions', ariaLabel: name },
    createElement('p', { className: 'search-section' }, name),
    createElement('ul', {}, ...items.map((item) => createElement('li', {}, item))),
  );
}

function createForget(manifest: Manifest): HTMLElement {
  const button = createElement(
    'button',
    { className: 'search-item search-forget', type: 'button' },
    formatMessage(manifest, 'forgetSearches'),
  );
  button.onclick = () => {
    forgetRecent();
    const list = button.closest('section');
    list?.closest('form, dialog, colophon-search')?.querySelector('input')?.focus();
    list?.remove();
  };
  return button;
}
