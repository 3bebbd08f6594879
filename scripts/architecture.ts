import { type Import, listImports, type SourceFile } from '../lib/cache/list-imports';

const BASE = 'lib/(urls|dates|pagination|(site|cache)/.+)$';

/** What the code of each room may import besides itself and packages. The first room that fits a file is its own. */
export const ROOMS: readonly { readonly at: RegExp; readonly code: RegExp; readonly types?: RegExp }[] = [
  { at: /^lib\/[^/]+$/, code: within(), types: /^lib\/(content|search)\// },
  { at: /^lib\/(site|cache)\//, code: within(), types: /^lib\/content\// },
  { at: /^lib\/content\//, code: within() },
  { at: /^lib\/markdown\//, code: within('content') },
  { at: /^lib\/(bundles|threads)\//, code: within() },
  { at: /^lib\/syndication\//, code: within('content') },
  { at: /^lib\/(search|cards|fonts)\//, code: within('content', 'markdown') },
  {
    at: /^lib\/views\//,
    code: within('content', 'markdown', 'cards', 'syndication', 'search', 'fonts', 'bundles', 'readers'),
  },
  { at: /^lib\/readers\//, code: within('content', 'markdown') },
  { at: /^lib\/share\//, code: within('content', 'markdown', 'bundles', 'finish') },
  { at: /^lib\/checks\//, code: within('content', 'markdown', 'cards', 'fonts', 'threads', 'bundles') },
  { at: /^lib\/finish\//, code: within('bundles', 'threads'), types: /^lib\/content\// },
  {
    at: /^lib\/dev\//,
    code: within('content', 'markdown', 'bundles', 'views', 'checks', 'finish', 'next', 'share'),
  },
  // It knows a site as a stranger does.
  { at: /^lib\/verify\//, code: /^lib\/verify\// },
  { at: /^lib\/(next|build|serve|cli)\//, code: /^lib\// },
  { at: /^scripts\//, code: /^(lib|scripts)\// },
  {
    at: /^components\//,
    code: /^(components\/|lib\/(urls|dates|site\/strings\/messages|content\/problems)$)/,
    types: /^lib\//,
  },
  // Bodies, and what only authors and the readers of a shared draft see: not what a page of the site shows.
  {
    at: /^app\/((desk|live|share)\/|_shared\/(render-document|render-part|render-plain|site-style|dev-policy|scripts\/.+)$)/,
    code: /^(app|components)\/|^lib\/(?!(cli|build|serve|finish)\/)/,
  },
  {
    at: /^app\//,
    code: /^(app|components)\/|^lib\/(?!(cli|build|serve|finish|content)\/)/,
    types: /^lib\/content\//,
  },
];

/** The base, and the rooms named. */
function within(...rooms: readonly string[]): RegExp {
  return new RegExp(`^(${BASE}${rooms.map((room) => `|lib/${room}/`).join('')})`);
}

/** The one importer of a package, which can then be replaced in one file; or those of a part of Node. */
const OWNERS: readonly { readonly what: RegExp; readonly within: RegExp; readonly owners: RegExp }[] = [
  { what: /^gray-matter$/, within: /./, owners: /^lib\/content\/front-matter$/ },
  { what: /^smol-toml$/, within: /./, owners: /^lib\/content\/toml$/ },
  {
    what: /^@libsql\/client/,
    within: /./,
    owners:
      /^lib\/readers\/(database|store(-[a-z]+)?|import\/(isso-database|store-imported))$|^scripts\/libsql/,
  },
  {
    what: /^altcha-lib/,
    within: /./,
    owners: /^(lib\/readers\/(challenge|submit-comment.test)|app\/_shared\/scripts\/solve-challenge)$/,
  },
  { what: /^nodemailer$/, within: /./, owners: /^lib\/readers\/send-mail$/ },
  { what: /^next-mdx-remote/, within: /./, owners: /^lib\/markdown\/compile\/compile$/ },
  {
    what: /^(node:)?fs(\/promises)?$/,
    within: /^(lib\/content|lib\/syndication|components)\//,
    owners: /^lib\/content\/(read|text-file|folder|endless-links|permalinks|write-content)$/,
  },
];

/** Files of which Next demands a default export. */
const DEFAULT_EXPORTS =
  /^app\/(.*\/)?(page|layout|template|error|global-error|not-found|loading|default|robots|sitemap|manifest|icon|apple-icon|opengraph-image|twitter-image)(\.dev|\.readers|\.languages)?\.tsx?$/;

/** Every breach of the design in a file, one sentence each; CONTRIBUTING says why the rules are what they are. */
export function findBreaches({ file, text }: SourceFile): string[] {
  const code = withoutComments(text);
  const name = toName(file);
  const breaches = listImports({ file, text: code }).flatMap((found) => [
    ...checkDirection(name, found),
    ...checkOwner(name, found),
  ]);
  if (/^export default\b|^export \{[^}]*\bas default\b/m.test(code) && !DEFAULT_EXPORTS.test(file)) {
    breaches.push(`${file} has a default export, which Next does not ask of it.`);
  }
  if (holdsState(file, code))
    breaches.push(`${file} holds state of its own: lib/cache/process-cache.ts is the place for it.`);
  if (/:\s*any\s*[;,)=|&\]}]|[<,|&]\s*any\s*[>,|&]|\bas any\b|\bany\[\]/.test(code))
    breaches.push(`${file} has the type any.`);
  return breaches;
}

/** Next loads a module several times into one process: what is kept beside it is made several times, and never emptied. */
function holdsState(file: string, code: string): boolean {
  // Browsers run these as well, each page in a process of its own.
  const isShared = /^(components|scripts|lib\/cache|app\/_shared\/scripts)\/|^lib\/dates\.ts$/.test(file);
  return (
    !isShared && /^(export )?(let\b|const .*= new (Weak)?(Map|Set)(<.*>)?\(\);)|\bglobalThis as\b/m.test(code)
  );
}

function checkDirection(name: string, { target, isOwn, isType }: Import): string[] {
  const room = ROOMS.find(({ at }) => at.test(name));
  if (!isOwn || !room || room.at.test(target) || room.code.test(target)) return [];
  if (isType && room.types?.test(target)) return [];
  return [`${name} must not import ${isType ? 'types of ' : ''}${target}.`];
}

function checkOwner(name: string, { target, isOwn }: Import): string[] {
  return OWNERS.filter(
    ({ what, within, owners }) => !isOwn && what.test(target) && within.test(name) && !owners.test(name),
  ).map(() => `${name} must not import ${target}: another file owns it.`);
}

function toName(file: string): string {
  return file.replace(/\.tsx?$/, '');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
