import { pagePath, postPath, RESERVED_PAGE_SLUGS, RESERVED_POST_SLUGS, tagPath } from '../urls';
import { checkAddresses } from './addresses';
import { arrangePosts, comparePosts } from './arrange';
import { checkAuthors, checkSiteAuthor, parseAuthors } from './authors';
import type { BrokenDocument, ContentIndex, Redirect, Route } from './content-index';
import { type ParsedDocument, type ParsedPage, type ParsedPost, toPage, toPost } from './post';
import { type Problem, sortProblems } from './problems';
import { countTags, toPublicPage, toPublicPost } from './public';
import type { ContentFiles } from './read';
import { parseSettings } from './settings';
import { type Audience, isVisible, toState } from './state';
import { parseTags, type ResolvedTags, resolveTags } from './tags';
import type { PostState } from './types';

/**
 * Arranges what was read into what the site shows. Pure: the same files, day (`YYYY-MM-DD`) and audience give the
 * same index. Never throws; what is wrong is in `problems`, and a document with an error is in `broken` only.
 */
export function buildIndex(files: ContentFiles, today: string, audience: Audience): ContentIndex {
  const { site, problems: settingsProblems } = parseSettings(files.site);
  const parsed = files.posts.map((file) => {
    const post = toPost(file);
    return { post, state: post.fields ? toState(post.fields, today) : stateOfBroken(post) };
  });
  const visible = parsed.filter(({ state }) => isVisible(state, audience)).map(({ post }) => post);
  const registry = parseAuthors(files.authors);
  const tags = resolveTags(parseTags(files.tags), visible);
  const pages = files.pages.map(toPage);
  const found = [
    ...visible.flatMap((post) => checkAuthors(post, registry)),
    ...checkAddresses(visible, RESERVED_POST_SLUGS, postPath),
    ...checkAddresses(pages, RESERVED_PAGE_SLUGS, pagePath),
    ...checkSiteAuthor(site.author, registry, files.site),
  ];
  const hidden = parsed
    .filter(({ state }) => !isVisible(state, audience))
    .flatMap(({ post }) => post.problems);
  const problems = [
    ...files.problems,
    ...settingsProblems,
    ...parseTags(files.tags).problems,
    ...registry.problems,
    ...tags.problems,
    ...[...visible, ...pages].flatMap((document) => document.problems),
    ...found,
    ...hidden.map(soften),
  ];
  const errors = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const sound = parsed.filter(({ post }) => post.fields && !errors.has(post.file.file));
  const counts = countTags(sound, tags, audience);
  const context = { site, registry, tags, counts };
  const shown = sound.map(({ post, state }) => toPublicPost(post, state, context)).sort(comparePosts);
  return {
    ...arrangePosts(shown, audience),
    root: files.root,
    site,
    audience,
    pages: new Map(pages.filter((page) => !errors.has(page.file.file)).flatMap(toPublicPage)),
    redirects: toRedirects(visible, tags),
    routes: toRoutes(parsed, pages, audience),
    broken: [
      ...visible.map((document) => ['post', document] as const),
      ...pages.map((page) => ['page', page] as const),
    ]
      .filter(([, document]) => errors.has(document.file.file))
      .map(([kind, document]) => toBroken(kind, document, problems)),
    problems: sortProblems(problems),
  };
}

function toRedirects(posts: readonly ParsedPost[], tags: ResolvedTags): Redirect[] {
  return [
    ...posts.flatMap((post) =>
      (post.fields?.aliases ?? []).map((from) => ({
        from: from.replace(/\/+$/, '') || '/',
        to: postPath(post.slug),
      })),
    ),
    ...tags.redirects.map(({ from, to }) => ({ from: `/tags/${from}`, to: tagPath(to) })),
  ];
}

function toRoutes(
  posts: readonly { post: ParsedPost; state: PostState }[],
  pages: readonly ParsedPage[],
  audience: Audience,
): Map<string, Route> {
  return new Map([
    ...posts.map(({ post, state }): [string, Route] => [
      post.file.file,
      { path: postPath(post.slug), isVisible: isVisible(state, audience) },
    ]),
    ...pages.map((page): [string, Route] => [page.file.file, { path: pagePath(page.slug), isVisible: true }]),
  ]);
}

function toBroken(
  kind: 'post' | 'page',
  document: ParsedDocument<unknown>,
  problems: readonly Problem[],
): BrokenDocument {
  const { file } = document.file;
  const own = problems.filter((problem) => problem.file === file);
  return { kind, slug: document.slug, file, problems: sortProblems(own) };
}

/** A post whose fields cannot be read is a draft only if it says so; else it counts as published and stops the build. */
function stateOfBroken(post: ParsedPost): PostState {
  return post.isDraft ? 'draft' : 'published';
}

function soften(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}
