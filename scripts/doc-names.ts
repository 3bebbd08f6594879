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
 * `*`, `**` and `<name>` stand for any name.
 */
export function listUnknownNames(markdown: string, project: Project): string[] {
  let fence: string | undefined;
  return markdown.split('\n').flatMap((line, index) => {
    const mark = /^```(\w*)/.exec(line);
    if (mark) {
      fence = fence === undefined ? (mark[1] ?? '') : undefined;
      return [];
    }
    return listUnknown(line, fence, project).map((name) => `${index + 1}: ${name}`);
  });
}

/** `fence` is the language of the code block that the line is in; the empty one is for trees of files. */
function listUnknown(line: string, fence: string | undefined, project: Project): string[] {
  switch (fence) {
    case undefined:
      return [...findUnknown(listSpans(line), project), ...findUnknownCommands(listCode(line), project)];
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

/** Code, and targets of links within the repository. */
function listSpans(line: string): string[] {
  return [...line.matchAll(/`([^`]+)`|\]\((?!\w+:|#)([^)#]+)/g)].map(
    ([, code, target]) => code ?? target ?? '',
  );
}

function findUnknown(spans: readonly string[], project: Project): string[] {
  const folders = [''];
  return spans.flatMap((span) => {
    const [, variable] = /^([A-Z][A-Z_]{2,})(=.*)?$/.exec(span) ?? [];
    if (variable !== undefined) return project.variables.has(variable) ? [] : [span];
    const [, option] = /^--([a-z][a-z\d-]*)/.exec(span) ?? [];
    if (option !== undefined) return project.options.has(option) ? [] : [span];
    if (!isPath(span)) return [];
    const found = folders.map((folder) => `${folder}${span}`).find((path) => hasPath(path, project.files));
    if (found === undefined) return [span];
    folders.push(...listFolders(found));
    return [];
  });
}

/** `lib/a/` and `lib/` of `lib/a/b.ts`; `lib/a/b/` too where that is a folder. */
function listFolders(path: string): string[] {
  const parts = path.replace(/\/$/, '').split('/');
  if (/\.\w+$/.test(path)) parts.pop();
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`).reverse();
}

/** Addresses of the site start with a slash and are none; nor is an ending such as `.md`, or what a build makes. */
function isPath(text: string): boolean {
  return (
    /^(?![/.]\w*$|\/|\.next\b)[\w@.[\]<>*-]+(\/[\w@.[\]<>*-]*)*$/.test(text) &&
    /\/|\.(tsx?|mdx?|css|json|yml)$/.test(text)
  );
}

function hasPath(path: string, files: ReadonlySet<string>): boolean {
  if (files.has(path)) return true;
  const pattern = path
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
  const isAt = new RegExp(`${path.startsWith('*.') ? '(^|/)' : '^'}${pattern}(/|$)`);
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
  if (program !== 'npm') return true;
  if (verb === 'run')
    return project.scripts.has(name) && listOptions(rest).every((option) => project.options.has(option));
  if (verb === 'test') return name !== '--' || project.stages.has(rest[0] ?? '');
  return verb === 'ci' || verb === 'start' || verb === 'install';
}

function listOptions(words: readonly string[]): string[] {
  return words.flatMap((word) => /^--([a-z-]+)$/.exec(word)?.[1] ?? []);
}
