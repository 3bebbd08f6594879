import path from 'node:path';

/** What documents may name, as far as it can be checked. */
export interface Project {
  /** Every file, from the root of the repository, with forward slashes. */
  readonly files: ReadonlySet<string>;
  /** Names of the scripts of `package.json`. */
  readonly scripts: ReadonlySet<string>;
  /** Stages of `npm test`. */
  readonly stages: ReadonlySet<string>;
  /** Options of the commands, without their dashes. */
  readonly options: ReadonlySet<string>;
  /** Variables of the environment that the project reads. */
  readonly variables: ReadonlySet<string>;
}

/**
 * What a Markdown document names and the project does not have, each as `line: name`: paths, relative to the root or to
 * a folder named before on the same line, `npm run` scripts, stages, options and variables. A part of a path may be a pattern:
 * `*`, `**` and `<name>` stand for any name. Targets of links start at the folder of the document.
 */
export function listUnknownNames(markdown: string, project: Project, folder = ''): string[] {
  let fence: string | undefined;
  let ticks = '';
  return markdown.split('\n').flatMap((line, index) => {
    const [, mark = '', language = ''] = /^(`{3,})(\w*)/.exec(line) ?? [];
    // A fence within a longer one is text.
    if (mark !== '' && (fence === undefined || mark.length >= ticks.length)) {
      fence = fence === undefined ? language : undefined;
      ticks = mark;
      return [];
    }
    return [
      ...listUnknown(line, fence, project),
      ...(fence === undefined ? listDeadLinks(line, folder, project) : []),
    ].map((name) => `${index + 1}: ${name}`);
  });
}

/** `fence` is the language of the code block that the line is in; the empty one is for trees of files. */
function listUnknown(line: string, fence: string | undefined, project: Project): string[] {
  switch (fence) {
    case undefined:
      return [...findUnknown(listCode(line), project), ...findUnknownCommands(listCode(line), project)];
    case '':
      return findUnknown(line.split(/[\s,;:`]+/).filter(isPath), project);
    case 'sh':
      return findUnknownCommands([line.replace(/#.*/, '')], project);
    default:
      return [];
  }
}

function listCode(line: string): string[] {
  return [...line.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** Links within the repository. */
function listDeadLinks(line: string, folder: string, project: Project): string[] {
  const targets = [...line.replace(/`[^`]*`/g, '').matchAll(/\]\((?!\w+:|#)([^)#]+)/g)].map(
    ([, target = '']) => target,
  );
  return targets.filter((target) => !hasPath(path.posix.join(folder, target), project.files));
}

function findUnknown(spans: readonly string[], project: Project): string[] {
  const folders = [''];
  return spans.flatMap((span) => {
    const [, variable] = /^([A-Z][A-Z_]{2,})(=.*)?$/.exec(span) ?? [];
    if (variable !== undefined) return project.variables.has(variable) ? [] : [span];
    const [, option] = /^--([a-z][a-z\d-]*)/.exec(span) ?? [];
    if (option !== undefined) return project.options.has(option) ? [] : [span];
    if (!isPath(span)) return [];
    const found = folders.map((folder) => `${folder}${span}`).find((name) => hasPath(name, project.files));
    if (found === undefined) return [span];
    folders.push(...listFolders(found));
    return [];
  });
}

/** `lib/a/` and `lib/` of `lib/a/b.ts`; `lib/a/b/` too where that is a folder. */
function listFolders(found: string): string[] {
  const parts = found.replace(/\/$/, '').split('/');
  if (/\.\w+$/.test(found)) parts.pop();
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`).reverse();
}

/** Addresses of the site start with a slash and are none; nor is an ending such as `.md`, or what a build makes. */
function isPath(text: string): boolean {
  return (
    /^(?![/.]\w*$|\/|\.next\b)[\w@.[\]<>*-]+(\/[\w@.[\]<>*-]*)*$/.test(text) &&
    /\/|\.(tsx?|mdx?|css|json|yml)$/.test(text)
  );
}

function hasPath(name: string, files: ReadonlySet<string>): boolean {
  if (files.has(name)) return true;
  const pattern = name
    .replace(/\/$/, '')
    .split('/')
    .map((part) =>
      part === '**'
        ? '.+'
        : part
            .split(/\*|<[^>]*>/)
            .map((text) => text.replace(/[.[\]\\^$+?(){}|]/g, '\\$&'))
            .join('[^/]+'),
    )
    .join('/');
  // `*.dev.tsx` names files wherever they are.
  const isAt = new RegExp(`${name.startsWith('*.') ? '(^|/)' : '^'}${pattern}(/|$)`);
  return [...files].some((file) => isAt.test(file));
}

function findUnknownCommands(codes: readonly string[], project: Project): string[] {
  return codes
    .flatMap((code) => code.split(/&&|;/))
    .map((command) => command.trim())
    .filter((command) => !isKnownCommand(command.split(/\s+/), project));
}

function isKnownCommand(words: readonly string[], project: Project): boolean {
  const [program, verb, name = '', ...rest] = words;
  if (program === 'npx' && verb === 'tsx') return project.files.has(name);
  if (program !== 'npm' || verb === undefined) return true;
  if (verb === 'run')
    return (
      (project.scripts.has(name) || name === '<command>') &&
      listOptions(rest).every((option) => project.options.has(option))
    );
  if (verb === 'test') return name !== '--' || project.stages.has(rest[0] ?? '');
  return verb === 'ci' || verb === 'start' || verb === 'install';
}

function listOptions(words: readonly string[]): string[] {
  return words.flatMap((word) => /^--([a-z-]+)$/.exec(word)?.[1] ?? []);
}
