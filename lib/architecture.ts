import path from 'node:path';

/** A source file of the engine: path from the root of the repository, with forward slashes. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

interface Import {
  /** Path without ending for files of the repository (`lib/urls`), else the package. */
  readonly target: string;
  readonly isOwn: boolean;
  readonly isType: boolean;
}

/** What the code of each area may import besides itself and packages. The first area that fits a file is its own. */
const AREAS: readonly { readonly at: RegExp; readonly code: RegExp; readonly types?: RegExp }[] = [
  // What next.config.ts calls stands beside it, above content and Markdown.
  { at: /^lib\/(redirects|post-components)$/, code: /^lib\/([^/]+$|(content|markdown)\/)/ },
  { at: /^lib\/[^/]+$/, code: /^lib\/[^/]+$/, types: /^lib\/(content|search)\// },
  { at: /^lib\/content\//, code: /^lib\/[^/]+$/ },
  { at: /^lib\/markdown\//, code: /^lib\/([^/]+$|content\/)/ },
  { at: /^lib\/syndication\//, code: /^lib\/([^/]+$|content\/)/ },
  { at: /^lib\/(search|cards|faces)\//, code: /^lib\/([^/]+$|(content|markdown)\/)/ },
  { at: /^lib\/(share|dev)\//, code: /^lib\/([^/]+$|(content|markdown|publish)\/)/ },
  { at: /^lib\/publish\//, code: /^lib\/[^/]+$/, types: /^lib\/content\// },
  { at: /^lib\/cli\//, code: /^lib\// },
  {
    at: /^components\//,
    code: /^(components\/|lib\/(urls|dates|content\/problems)$)/,
    types: /^lib\//,
  },
  { at: /^app\//, code: /^(app|components|lib\/(?!cli|publish))/ },
];

/** The one importer of a package, which can then be replaced in one file; or those of a part of Node. */
const OWNERS: readonly { readonly what: RegExp; readonly within: RegExp; readonly owners: RegExp }[] = [
  { what: /^gray-matter$/, within: /./, owners: /^lib\/content\/front-matter$/ },
  { what: /^next-mdx-remote/, within: /./, owners: /^lib\/markdown\/compile$/ },
  {
    what: /^(node:)?fs(\/promises)?$/,
    within: /^(lib\/content|lib\/syndication|components)\//,
    owners: /^lib\/content\/(read|text-file|folder|permalinks|write-content)$/,
  },
];

/** Files of which Next demands a default export. */
const DEFAULT_EXPORTS =
  /^app\/(.*\/)?(page|layout|template|error|global-error|not-found|loading|default|robots|sitemap|manifest|icon|apple-icon|opengraph-image|twitter-image)(\.dev)?\.tsx?$/;

/** Every breach of the design in a file, one sentence each; CONTRIBUTING says why the rules are what they are. */
export function findBreaches({ file, text }: SourceFile): string[] {
  const code = withoutComments(text);
  const name = file.replace(/\.tsx?$/, '');
  const breaches = listImports(file, code).flatMap((found) => [
    ...checkDirection(name, found),
    ...checkOwner(name, found),
  ]);
  if (/^export default\b|^export \{[^}]*\bas default\b/m.test(code) && !DEFAULT_EXPORTS.test(file)) {
    breaches.push(`${file} has a default export, which Next does not ask of it.`);
  }
  if (/:\s*any\s*[;,)=|&\]}]|[<,|&]\s*any\s*[>,|&]|\bas any\b|\bany\[\]/.test(code))
    breaches.push(`${file} has the type any.`);
  return breaches;
}

function checkDirection(name: string, { target, isOwn, isType }: Import): string[] {
  const area = AREAS.find(({ at }) => at.test(name));
  if (!isOwn || !area || area.at.test(target) || area.code.test(target)) return [];
  if (isType && area.types?.test(target)) return [];
  return [`${name} must not import ${isType ? 'types of ' : ''}${target}.`];
}

function checkOwner(name: string, { target, isOwn }: Import): string[] {
  return OWNERS.filter(
    ({ what, within, owners }) => !isOwn && what.test(target) && within.test(name) && !owners.test(name),
  ).map(() => `${name} must not import ${target}: another file owns it.`);
}

function listImports(file: string, code: string): Import[] {
  const statements = code.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\b(?:import|require)\(\s*'([^']+)'/gm,
  );
  return [...statements].map(([, type, from, called]) => {
    const specifier = from ?? called ?? '';
    const isOwn = /^(@\/|\.)/.test(specifier);
    const target = specifier.startsWith('@/')
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(file), specifier);
    return { target: isOwn ? target : specifier, isOwn, isType: type !== undefined };
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
