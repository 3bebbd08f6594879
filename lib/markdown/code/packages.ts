export const packageManagers = ['npm', 'pnpm', 'yarn', 'bun'] as const;

export type PackageManager = (typeof packageManagers)[number];

/** The same commands for another package manager; nothing when a command has no counterpart this knows. */
export function translateNpm(code: string, manager: PackageManager): string | undefined {
  const lines = code.split('\n').map((line) => translateLine(line, manager));
  return lines.includes(undefined) ? undefined : lines.join('\n');
}

function translateLine(line: string, manager: PackageManager): string | undefined {
  const match = /^(\s*(?:\$\s+)?)(npm|npx)\s+(.*)$/.exec(line);
  if (!match || manager === 'npm') return line;
  const [, before = '', command = '', rest = ''] = match;
  const translated =
    command === 'npx' ? `${runners[manager]} ${rest}` : translateCommand(rest.trim().split(/\s+/), manager);
  return translated === undefined ? undefined : before + translated;
}

const runners = { pnpm: 'pnpm dlx', yarn: 'yarn dlx', bun: 'bunx' } as const;
const frozen = {
  pnpm: 'pnpm install --frozen-lockfile',
  yarn: 'yarn install --immutable',
  bun: 'bun install --frozen-lockfile',
} as const;

type Other = Exclude<PackageManager, 'npm'>;

function translateCommand([verb = '', ...words]: string[], manager: Other): string | undefined {
  const rest = words.filter((word) => word !== '--');
  switch (verb) {
    case 'install':
    case 'i':
    case 'add':
      return rest.some((word) => !word.startsWith('-'))
        ? withFlags(manager, 'add', rest)
        : [manager, 'install', ...rest].join(' ');
    case 'uninstall':
    case 'remove':
    case 'rm':
    case 'un':
      return withFlags(manager, 'remove', rest);
    case 'ci':
      return [frozen[manager], ...rest].join(' ');
    case 'create':
    case 'init':
      return [manager, rest[0]?.startsWith('-') === false ? 'create' : 'init', ...rest].join(' ');
    case 'run':
    case 'exec':
      return [manager === 'bun' && verb === 'exec' ? 'bunx' : `${manager} ${verb}`, ...rest].join(' ');
    case 'test':
    case 'start':
      return [manager === 'bun' ? `bun run ${verb}` : `${manager} ${verb}`, ...rest].join(' ');
    default:
      return undefined;
  }
}

function withFlags(manager: Other, verb: string, words: readonly string[]): string {
  const global = words.includes('-g') || words.includes('--global');
  const kept = words
    .filter((word) => word !== '-S' && word !== '--save' && !(global && /^(?:-g|--global)$/.test(word)))
    .map((word) => flags[manager][word] ?? word);
  const command = global
    ? manager === 'yarn'
      ? `yarn global ${verb}`
      : `${manager} ${verb} -g`
    : `${manager} ${verb}`;
  return [command, ...kept].join(' ');
}

const flags: Record<Other, Record<string, string>> = {
  pnpm: { '--save-dev': '-D', '--save-exact': '-E', '--save-peer': '--save-peer' },
  yarn: { '--save-dev': '-D', '--save-exact': '-E', '--save-optional': '-O', '--save-peer': '-P' },
  bun: {
    '-D': '-d',
    '--save-dev': '-d',
    '-E': '--exact',
    '--save-exact': '--exact',
    '--save-peer': '--peer',
  },
};
