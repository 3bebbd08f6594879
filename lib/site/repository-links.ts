import { absoluteUrl, postPath } from '../urls';
import type { Site } from './site';

type Repository = NonNullable<Site['repository']>;

interface Source {
  readonly slug: string;
  readonly title: string;
  /** Relative to the content folder. */
  readonly file: string;
}

/** Where a post's file is edited, on GitHub and on what has its addresses. */
export function toEditUrl({ file }: Pick<Source, 'file'>, { url, branch }: Repository): string {
  return encodeURI(`${url}/edit/${branch}/content/${file}`);
}

/**
 * Where a mistake in a post is reported: a new issue that names the post already, on GitHub, Forgejo and GitLab; any
 * other address as it stands. Undefined where the settings name none.
 */
export function toReportUrl(
  { slug, title }: Pick<Source, 'slug' | 'title'>,
  { repository, url }: Pick<Site, 'repository' | 'url'>,
): string | undefined {
  const issues = repository?.issues?.replace(/\/+$/, '');
  if (issues === undefined || !/\/issues$/.test(issues)) return repository?.issues;
  const isGitLab = issues.endsWith('/-/issues');
  const query = new URLSearchParams({
    [isGitLab ? 'issue[title]' : 'title']: title,
    [isGitLab ? 'issue[description]' : 'body']: `${absoluteUrl(url, postPath(slug))}\n\n`,
  });
  return `${issues}/new?${query}`;
}
