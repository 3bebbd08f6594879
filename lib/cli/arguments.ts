import { type ParseArgsConfig, parseArgs } from 'node:util';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

export interface Usage {
  /** The command as it is typed: `npm run new -- "A title" --tags a,b`. */
  readonly example: string;
  /** What it does, a sentence. */
  readonly what: string;
  /** Each option with its explanation, for `--help`. */
  readonly help: readonly (readonly [option: string, meaning: string])[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** What the arguments without dashes are that the command cannot do without, in their order: `the slug of a draft`. */
  readonly needed: readonly string[];
  /** How many arguments without dashes the command takes at most. */
  readonly atMost: number;
  /** Whether an argument that begins with a dash is no option: what is generated may begin with one. */
  readonly isOperand?: (argument: string) => boolean;
}

export interface Arguments {
  readonly names: readonly string[];
  text(option: string): string | undefined;
  /** Of an option that can be given several times. */
  texts(option: string): readonly string[];
  has(option: string): boolean;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The arguments of a command, or the exit code where there is nothing to run: `--help` was asked for, or they are
 * wrong, which is then said together with how to write them.
 */
export function readArguments(args: readonly string[], usage: Usage, terminal: Terminal): Arguments | number {
  try {
    const { values, positionals }: { values: Values; positionals: string[] } = parseArgs({
      args: withOperands(args, usage.isOperand),
      options: { ...usage.options, help: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    if (values.help === true) {
      writeLine(terminal, formatUsage(usage));
      return EXIT.done;
    }
    const { needed, atMost } = usage;
    const missing = needed[positionals.length];
    if (missing !== undefined) return refuse(`What is missing: ${missing}.`, usage, terminal);
    if (positionals.length > atMost) {
      const message = `"${positionals[atMost]}" is one argument too many.${atMost > 0 ? ' Put quotes around what has spaces.' : ''}`;
      return refuse(message, usage, terminal);
    }
    return {
      names: positionals,
      text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
      texts: (option) => {
        const given = values[option];
        return Array.isArray(given) ? given.map(String) : [];
      },
      has: (option) => values[option] === true,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\. To specify a positional.*$/s, '.') : '';
    return refuse(reason, usage, terminal);
  }
}

/** The arguments with `--` before those that are no options, as POSIX has it. */
function withOperands(args: readonly string[], isOperand: Usage['isOperand']): string[] {
  const operands = isOperand && !args.includes('--') ? args.filter(isOperand) : [];
  if (operands.length === 0) return [...args];
  return [...args.filter((argument) => !operands.includes(argument)), '--', ...operands];
}

/** Says what is wrong with the arguments and how to write them; gives the exit code. */
export function refuse(message: string, usage: Usage, terminal: Terminal): number {
  writeError(terminal, `${message}\n\n${formatUsage(usage)}`);
  return EXIT.misused;
}

function formatUsage({ example, what, help }: Usage): string {
  const width = Math.max(0, ...help.map(([option]) => option.length));
  const lines = help.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`);
  return [what, `  ${example}`, ...lines].join('\n');
}
