import { bundledLanguagesInfo } from 'shiki/langs';
import { suggest } from '../../content/suggest';

export interface Language {
  /** The highlighter's id. */
  readonly id: string;
  /** The name a reader knows. */
  readonly label: string;
  /** How its text is cut into tokens. */
  readonly kind: 'grammar' | 'plain' | 'ansi' | 'patch';
  /** Commands typed at a prompt may occur in it. */
  readonly terminal: boolean;
  /** A recording of a terminal, where `# ` can be the prompt of root. */
  readonly session: boolean;
}

const plainNames = ['text', 'txt', 'plain', 'plaintext', 'none'];
const sessionNames = ['console', 'terminal', 'shellsession', 'sh-session', 'shell-session'];
const shellIds = new Set(['shellscript', 'fish', 'powershell', 'bat', 'nushell']);

/** Labels where the highlighter's own name is not what people call the language. */
const labels: Record<string, string> = {
  bat: 'Batch',
  csv: 'CSV',
  diff: 'Diff',
  docker: 'Dockerfile',
  dotenv: 'Environment',
  http: 'HTTP',
  jsonc: 'JSON with comments',
  make: 'Makefile',
  regexp: 'Regular expression',
  shellscript: 'Shell',
  'git-commit': 'Commit message',
  'git-rebase': 'Git rebase',
};

const labelById = new Map(bundledLanguagesInfo.map(({ id, name }) => [id, labels[id] ?? name]));
const idByName = new Map(
  bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)),
);

/** The language an author means, by any of its names and in any case; nothing when it is not known. */
export function getLanguage(name: string): Language | undefined {
  const known = name.toLowerCase();
  if (plainNames.includes(known)) return special('text', '', 'plain');
  if (known === 'ansi') return { ...special('ansi', 'Terminal', 'ansi'), terminal: true };
  if (known === 'diff' || known === 'patch') return special('diff', 'Diff', 'patch');
  const session = sessionNames.includes(known);
  const id = session ? 'shellscript' : idByName.get(known);
  if (id === undefined) return undefined;
  const label = labelById.get(id) ?? id;
  return { id, label, kind: 'grammar', terminal: shellIds.has(id), session };
}

/** A known language whose name is nearly this. */
export function suggestLanguage(name: string): string | undefined {
  return suggest(name, [...plainNames, ...sessionNames, 'ansi', ...idByName.keys()]);
}

function special(id: string, label: string, kind: Language['kind']): Language {
  return { id, label, kind, terminal: false, session: false };
}
