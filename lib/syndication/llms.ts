import type { ContentIndex } from '../content/content-index';
import { listSections } from '../content/sections';
import type { Page, Post } from '../content/types';
import { dayOf } from '../dates';
import { absoluteUrl, feedPathOf, markdownPath, pagePath, sitemapPath } from '../urls';

/** `/llms.txt` (llmstxt.org): what this site is, and every post as Markdown, newest first. */
export function buildLlms(index: ContentIndex): string {
  const { site, pages } = index;
  const toPost = ({ slug, title, description, date = '' }: Post) =>
    toItem(title, absoluteUrl(site.url, markdownPath(slug)), `${dayOf(date)}. ${description}`);
  const toPage = ({ slug, title, description }: Page) =>
    toItem(title, absoluteUrl(site.url, pagePath(slug)), description);
  const lists: [string, string[]][] = [
    ...listSections(index).map(({ posts, strings: { section, language } }): [string, string[]] => [
      section === undefined ? 'Posts' : `Posts (${nameOf(language)})`,
      posts.filter(({ state }) => state === 'published').map(toPost),
    ]),
    ['Pages', [...pages.values()].map(toPage)],
    [
      'Optional',
      [
        toItem('Feed', absoluteUrl(site.url, feedPathOf('json')), 'the latest posts in full, as JSON Feed'),
        toItem('Sitemap', absoluteUrl(site.url, sitemapPath), 'every page'),
      ],
    ],
  ];
  return [
    `# ${toLine(site.title)}`,
    `> ${toLine(site.description)}`,
    ...lists
      .filter(([, items]) => items.length > 0)
      .map(([name, items]) => `## ${name}\n\n${items.join('\n')}`),
    '',
  ].join('\n\n');
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}

function toItem(title: string, url: string, note: string): string {
  return `- [${toLine(title)}](${url})${note === '' ? '' : `: ${toLine(note)}`}`;
}

/** Text that stays on its line and starts no Markdown or HTML of its own. */
function toLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>]/g, '\\$&');
}
