import { run } from '@mdx-js/mdx';
import type { ComponentType, ReactNode } from 'react';
import * as developmentRuntime from 'react/jsx-dev-runtime';
import * as runtime from 'react/jsx-runtime';
import type { ContentIndex } from '../content/content-index';
import { ContentError, createReporter, type Problem } from '../content/problems';
import type { Document } from '../content/types';
import { getCompiled } from './cache';
import type { CompiledText, Finding } from './compile';
import { type Components, provideAll } from './components';
import { ExpressionError, evaluateAt } from './expressions';
import type { Heading } from './headings';
import { resolveReferences } from './resolve';
import { withAddresses } from './with-addresses';

export interface Rendered {
  readonly content: ReactNode;
  readonly headings: readonly Heading[];
}

/**
 * A document's body as React nodes, through MDX. Throws a `ContentError` with every problem of the text that keeps
 * it from being shown.
 */
export async function renderDocument(
  document: Document,
  index: ContentIndex,
  components: Components,
): Promise<Rendered> {
  const compiled = await getCompiled(document);
  const errors = (await findProblems(document, index)).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ContentError(errors);
  const { resolve } = await resolveReferences(compiled.references, document, index);
  return {
    content: await evaluate(compiled, withAddresses(components, resolve)),
    headings: compiled.headings,
  };
}

/** Every problem of a document's body: syntax, components, expressions, missing files and links. Never throws. */
export async function findProblems(document: Document, index: ContentIndex): Promise<Problem[]> {
  const compiled = await getCompiled(document);
  const { findings } = await resolveReferences(compiled.references, document, index);
  const all = [...compiled.findings, ...findings, ...(await findThrown(compiled))];
  const source = '\n'.repeat(document.bodyLine - 1) + document.body;
  const report = createReporter(document.file, source);
  return all.map(({ severity, message, advice, ...place }) => report(place, severity, message, advice));
}

async function evaluate(compiled: CompiledText, components: Components): Promise<ReactNode> {
  const { default: Content } = await run(compiled.code, {
    ...runtime,
    ...developmentRuntime,
    ...{ evaluateAt },
  });
  return (Content as (props: { components: Components }) => ReactNode)({ components });
}

/** Runs the expressions of a text once, with components that do nothing, to see which of them throws. */
async function findThrown(compiled: CompiledText): Promise<Finding[]> {
  if (!compiled.hasExpressions || compiled.findings.some(({ severity }) => severity === 'error')) return [];
  try {
    await evaluate(compiled, silentComponents);
    return [];
  } catch (error) {
    const place = error instanceof ExpressionError ? error : { line: 1, column: 1 };
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        line: place.line,
        column: place.column,
        severity: 'error',
        message: `This expression fails: ${reason.replace(/\.$/, '')}.`,
        advice: 'Correct the expression, or write \\{ for a brace that is text.',
      },
    ];
  }
}

const Silent: ComponentType = () => null;

const silentComponents = provideAll(Silent);
