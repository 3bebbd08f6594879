import { createInterface } from 'node:readline/promises';

/** Where a command writes, and whom it asks; tests bring their own. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  readonly error: NodeJS.WritableStream;
}

export const processTerminal: Terminal = {
  input: process.stdin,
  output: process.stdout,
  error: process.stderr,
};

/** What a command leaves behind as the process's exit code. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const;

/** Writes a line that is the command's result. */
export function writeLine(terminal: Terminal, line = ''): void {
  terminal.output.write(`${line}\n`);
}

/** Writes a line that is about the command: what is wrong, how far it is. */
export function writeError(terminal: Terminal, line: string): void {
  terminal.error.write(`${line}\n`);
}

/** True where a person sits at the other end. */
export function canAsk({ input }: Terminal): boolean {
  return input.isTTY === true;
}

/** Asks one question after the other; answers are trimmed. Input that ends answers the rest with nothing. */
export async function askAll<Name extends string>(
  terminal: Terminal,
  questions: Partial<Record<Name, string>>,
): Promise<Partial<Record<Name, string>>> {
  const lines = createInterface({ input: terminal.input, output: terminal.output });
  const arriving = lines[Symbol.asyncIterator]();
  const answers: Partial<Record<Name, string>> = {};
  for (const [name, question] of Object.entries(questions) as [Name, string][]) {
    terminal.output.write(question);
    const { value, done } = await arriving.next();
    answers[name] = done === true ? '' : String(value).trim();
  }
  lines.close();
  return answers;
}
