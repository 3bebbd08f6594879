import type { CompiledText, Finding } from './compile';
import { provideAll } from './components';
import { ExpressionError, evaluateAt } from './evaluate-at';
import { runCode } from './run-code';

/**
 * Runs the code of a text's author once, with components that show nothing, and finds what throws. The components
 * that the author wrote are run too, which React would leave for later.
 */
export async function findThrown(compiled: CompiledText, bodyLine: number): Promise<Finding[]> {
  const hasErrors = compiled.findings.some(({ severity }) => severity === 'error');
  if (!compiled.hasExpressions || hasErrors) return [];
  try {
    await tryOut(compiled);
    return [];
  } catch (error) {
    const { line, column } = error instanceof ExpressionError ? error : { line: bodyLine, column: 1 };
    const what = error instanceof ExpressionError ? 'This expression' : 'The code of this text';
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
    return [
      {
        line,
        column,
        severity: 'error',
        message: `${what} fails: ${reason}.`,
        advice: 'Correct the expression, or write \\{ for a brace that is text.',
      },
    ];
  }
}

async function tryOut({ code, imports }: CompiledText): Promise<void> {
  const pending: unknown[] = [];
  const jsx = (type: unknown, props: unknown) => {
    if (typeof type === 'function') pending.push(type(props));
    return ELEMENT;
  };
  const runtime = { Fragment: 'fragment', jsx, jsxs: jsx, jsxDEV: jsx, evaluateAt };
  const { default: Content } = await runCode(code, runtime);
  const imported = Object.fromEntries(imports.map(({ local }) => [local, Silent]));
  const components = { ...provideAll(Silent), ...imported };
  pending.push((Content as (props: unknown) => unknown)({ components }));
  while (pending.length > 0) await pending.pop();
}

function Silent() {
  return null;
}

/** Stands for whatever an element would be. */
const ELEMENT = { type: 'element' };
