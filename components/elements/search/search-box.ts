import type { Finder } from '../../../lib/search/finder';
import type { Found, Query } from '../../../lib/search/query';
import { formatMessage } from '../../../lib/site/strings/messages';
import { searchPath } from '../../../lib/urls';
import { toOwnSection } from '../own-section';
import { readString } from '../strings';
import { withBase } from '../with-base';
import { createElement } from './create-element';
import { createFilter } from './filter';
import { moveByKeys, replaceResults } from './move-by-keys';
import { addRecent } from './recent-searches';
import { reportNothing } from './report-nothing';
import { createResultItem } from './result-item';
import { createSlashSwitch } from './slash-switch';
import { describeFound } from './status';
import { createSubjects, createSuggestions } from './suggestions';

/** Whether the author counts searches that find nothing; what bundles this script writes it here. */
declare const HAS_READS: boolean;

/** Opens the index; again after a failure, since a newer site may have another. */
export type OpenFinder = (isAgain: boolean) => Promise<Finder>;

export interface SearchBox {
  readonly parts: readonly HTMLElement[];
  readonly input: HTMLInputElement;
  readonly query: Query;
  /** Fills the form in and searches. */
  set(query: Query): Promise<void>;
}

interface Options {
  readonly open: OpenFinder;
  /** Called when the reader changes the query. */
  readonly changed?: (query: Query) => void;
  /** Called on Enter, when the results are there. */
  readonly entered: (query: Query, first: HTMLElement | undefined) => void;
}

/** Results shown at first, and with each "Show more". Each may cost a request. */
const SHOWN = 6;
/** Milliseconds between the last key and the search. */
const PAUSE = 90;
/** Milliseconds after which a reader sees that the search is on its way. */
const PATIENCE = 500;

/** The form of the search, its status and its results, for the dialog and for the page. */
export function createSearchBox({ open, changed, entered }: Options): SearchBox {
  const input = createElement('input', {
    type: 'search',
    name: 'q',
    className: 'search-input',
    placeholder: readString('search'),
    ariaLabel: readString('searchNotes'),
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
  });
  const tag = createFilter('tag', readString('subject'), readString('anySubject'));
  const year = createFilter('year', readString('year'), readString('anyYear'));
  const filters = createElement('p', { className: 'search-filters' }, tag.select, year.select);
  const form = createElement(
    'form',
    { className: 'search-form', role: 'search', action: withBase(toOwnSection(searchPath)) },
    input,
    filters,
  );
  const status = createElement('p', { className: 'search-status', role: 'status' });
  const results = createElement('div', { className: 'search-results' });

  let turn = 0;
  let timer = 0;
  let running = Promise.resolve();
  const read = (): Query => ({
    text: input.value.trim(),
    ...(tag.select.value && { tag: tag.select.value }),
    ...(year.select.value && { year: year.select.value }),
  });
  const run = () => {
    clearTimeout(timer);
    timer = 0;
    turn += 1;
    running = search(read(), turn);
    return running;
  };
  const search = async (query: Query, current: number, isAgain = false): Promise<void> => {
    const waiting = setTimeout(() => {
      if (current === turn) status.textContent = readString('searching');
    }, PATIENCE);
    try {
      const finder = await open(isAgain);
      tag.fill(finder.manifest.tags.map(({ slug, label, count }) => [slug, `${label} (${count})`]));
      year.fill(finder.manifest.years.map(({ year: value, count }) => [value, `${value} (${count})`]));
      if (current === turn) await show(finder, read(), current);
    } catch (error) {
      if (current !== turn) return;
      if (!isAgain) return search(query, current, true);
      console.warn(error);
      results.replaceChildren();
      status.textContent = readString('searchFailed');
    } finally {
      clearTimeout(waiting);
    }
  };
  const show = async (finder: Finder, query: Query, current: number) => {
    if (HAS_READS) reportNothing('');
    if (query.text === '' && !query.tag && !query.year) {
      status.textContent = '';
      replaceResults(
        results,
        ...createSuggestions(finder.manifest, (text) => set({ text })),
        createSlashSwitch(finder.manifest),
      );
      return;
    }
    const found = await finder.find(query);
    const items = await readItems(finder, found, 0);
    if (current !== turn) return;
    status.textContent = describeFound(query, found, finder.manifest);
    if (HAS_READS && items.length === 0 && !query.tag && !query.year) reportNothing(query.text);
    if (items.length === 0) return replaceResults(results, createSubjects(finder.manifest));
    const list = createElement('ol', { className: 'search-list' }, ...items);
    replaceResults(results, list, ...createMore(finder, found, list));
  };
  const set = (query: Query) => {
    input.value = query.text;
    tag.select.value = query.tag ?? '';
    year.select.value = query.year ?? '';
    tag.wanted = query.tag ?? '';
    year.wanted = query.year ?? '';
    input.focus();
    return run();
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      changed?.(read());
      run();
    }, PAUSE);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await (timer ? run() : running);
    const first = results.querySelector<HTMLElement>('.search-hit') ?? undefined;
    if (first) addRecent(read().text);
    entered(read(), first);
  });
  results.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('.search-hit')) addRecent(read().text);
  });
  moveByKeys(input, results);
  return {
    parts: [form, status, results],
    input,
    set,
    get query() {
      return read();
    },
  };
}

function readItems(finder: Finder, found: Found, from: number): Promise<HTMLElement[]> {
  return Promise.all(
    found.hits
      .slice(from, from + SHOWN)
      .map(async (hit) => createResultItem(await finder.readResult(hit, found), finder.manifest)),
  );
}

function createMore(finder: Finder, found: Found, list: HTMLElement): HTMLElement[] {
  if (found.hits.length <= SHOWN) return [];
  const more = createElement(
    'button',
    { className: 'search-item search-more link', type: 'button' },
    formatMessage(finder.manifest, 'showMore'),
  );
  more.onclick = async () => {
    const items = await readItems(finder, found, list.childElementCount);
    list.append(...items);
    items[0]?.querySelector('a')?.focus();
    if (list.childElementCount >= found.hits.length) more.remove();
  };
  return [more];
}
