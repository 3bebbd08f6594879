import { createWeakProcessCache } from '../../cache/process-cache';
import type { Place, ProblemInFile } from '../../content/problems';
import type { CompiledText } from '../compile/compile';
import { provideAll } from '../elements/components';
import { KIND_BY_ATTRIBUTE, type Reference } from '../links/references';
import { ExpressionError, evaluateAt } from './evaluate-at';
import { runCode } from './run-code';
import { runWithin, settleWithin, TimeLimitError } from './time-limit';

/** What came of running the code of a text's author once, with components that show nothing. */
export interface DryRun {
  readonly thrown?: Thrown;
  /** Addresses that elements and components were given, each once, with the place of the expression that ran last. */
  readonly addresses: readonly Reference[];
}

/** What the code threw, as plain data: another loading of the engine, with classes of its own, may read it. */
interface Thrown {
  readonly reason: string;
  /** Of the expression, where it is known. */
  readonly place?: Place;
}

/** Runs the code of a text's author once; its own components are run too, which React would leave for later. */
export function runDry(compiled: CompiledText): Promise<DryRun> {
  return runs.getOrCreate(compiled, () => run(compiled));
}

const runs = createWeakProcessCache<CompiledText, Promise<DryRun>>('dry runs');

/** What throws when the code of a text's author runs. */
export function toProblems({ thrown }: DryRun, bodyLine: number): ProblemInFile[] {
  if (!thrown) return [];
  const { line, column } = thrown.place ?? { line: bodyLine, column: 1 };
  const what = thrown.place ? 'This expression' : 'The code of this text';
  return [
    {
      line,
      column,
      severity: 'error',
      message: `${what} fails: ${thrown.reason}.`,
      remedy: /^use[A-Z]\w* is not defined$/.test(thrown.reason)
        ? "Put the component into a file beside the post that begins with 'use client', and import it."
        : 'Correct the expression, or write \\{ for a brace that is text.',
    },
  ];
}

async function run(compiled: CompiledText): Promise<DryRun> {
  const addresses = new Map<string, Reference>();
  const hasErrors = compiled.problems.some(({ severity }) => severity === 'error');
  if (!compiled.hasExpressions || hasErrors) return { addresses: [] };
  const rejections = watchRejections();
  try {
    await runAll(compiled, (props, place) => {
      for (const [name, kind] of Object.entries(KIND_BY_ATTRIBUTE)) {
        const url = props[name];
        if (typeof url === 'string') addresses.set(`${kind} ${url}`, { kind, url, ...place });
      }
    });
    const [rejected] = await rejections.list();
    if (rejected) return { thrown: toThrown(rejected), addresses: [] };
    return { addresses: [...addresses.values()] };
  } catch (error) {
    return { thrown: toThrown(error), addresses: [] };
  } finally {
    rejections.stop();
  }
}

/** Promises of the text that fail and that nothing awaits, which would end the process. */
function watchRejections() {
  const found: unknown[] = [];
  const listen = (reason: unknown) => found.push(reason);
  process.on('unhandledRejection', listen);
  return {
    list: async () => {
      // Node says so once all that was begun has been run.
      await new Promise((resolve) => setImmediate(resolve));
      return found;
    },
    stop: () => process.off('unhandledRejection', listen),
  };
}

function toThrown(error: unknown): Thrown {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  if (!(error instanceof ExpressionError)) return { reason };
  const { line, column } = error;
  return { reason, place: { line, column } };
}

type Props = Readonly<Record<string, unknown>>;

async function runAll(
  { code, imports }: CompiledText,
  look: (props: Props, place: Place) => void,
): Promise<void> {
  const pending: Pending[] = [];
  let place: Place = { line: 1, column: 1 };
  const follow: typeof evaluateAt = (evaluate, line, column, isShown) => {
    place = { line, column };
    const value = evaluateAt(evaluate, line, column, isShown);
    if (isShown && isPromise(value)) pending.push({ value, place });
    return value;
  };
  const jsx = (type: unknown, props: Props) => {
    look(props, place);
    if (typeof type === 'function') pending.push({ value: type(props), place });
    return ELEMENT;
  };
  const runtime = { Fragment: 'fragment', jsx, jsxs: jsx, jsxDEV: jsx, evaluateAt: follow };
  const { default: Content } = await settleWithin(runWithin(() => runCode(code, runtime)));
  const imported = Object.fromEntries(imports.map(({ local }) => [local, Silent]));
  const components = { ...provideAll(Silent), ...imported };
  const value = limitAt(
    () => runWithin(() => (Content as (props: unknown) => unknown)({ components })),
    () => place,
  );
  pending.push({ value, place });
  for (let next = pending.pop(); next; next = pending.pop()) await settleAt(next);
}

interface Pending {
  readonly value: unknown;
  /** Of the expression that made it. */
  readonly place: Place;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

async function settleAt({ value, place }: Pending): Promise<void> {
  if (!isPromise(value)) return;
  try {
    await settleWithin(value);
  } catch (error) {
    throw error instanceof TimeLimitError ? new ExpressionError(error, place.line, place.column) : error;
  }
}

/** The expression that ran last is the one that does not end. */
function limitAt(run: () => unknown, findPlace: () => Place): unknown {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    const { line, column } = findPlace();
    throw new ExpressionError(error, line, column);
  }
}

function Silent() {
  return null;
}

/** Stands for whatever an element would be. */
const ELEMENT = { type: 'element' };
