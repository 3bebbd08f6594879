import type { ReactNode } from 'react';
import * as developmentRuntime from 'react/jsx-dev-runtime';
import * as runtime from 'react/jsx-runtime';
import type { ContentIndex, DocumentText } from '../../content/content-index';
import { ContentError, completeProblems, type Problem } from '../../content/problems';
import type { CompiledText } from '../compile/compile';
import { getCompiled } from '../compile/compiled';
import type { Heading } from '../compile/headings';
import type { Components } from '../elements/components';
import { listReferences } from '../links/list-references';
import { resolveReferences } from '../links/resolve';
import { addSourceSets, type FindVariants } from '../media/source-sets';
import { findThrown } from './dry-run';
import { evaluateAt } from './evaluate-at';
import { findMissingImports, type LoadModule, loadImports } from './load-imports';
import { runCode } from './run-code';
import { addressElements, withAddresses } from './with-addresses';

export interface Rendered {
  readonly content: ReactNode;
  readonly headings: readonly Heading[];
}

/**
 * A document's body as React nodes, through MDX. `loadModule` loads the files of components that the document
 * imports. Throws a `ContentError` with every problem of the text that keeps
 * it from being shown. With `findVariants`, images come in several sizes and formats.
 */
export async function renderDocument(
  document: DocumentText,
  index: ContentIndex,
  components: Components,
  loadModule: LoadModule,
  findVariants?: FindVariants,
): Promise<Rendered> {
  const compiled = await getCompiled(document);
  const errors = (await findProblems(document, index)).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ContentError(errors);
  const { resolve: plain, shown } = await resolveReferences(
    await listReferences(compiled, document),
    document,
    index,
  );
  const resolve = findVariants ? await addSourceSets(plain, shown, findVariants) : plain;
  const own = await loadImports(compiled.imports, document, index.root, loadModule);
  return {
    content: await evaluate(compiled, withAddresses({ ...components, ...own }, resolve)),
    headings: compiled.headings,
  };
}

/** Every problem of a document's body: syntax, components, expressions, missing files and links. Never throws. */
export async function findProblems(document: DocumentText, index: ContentIndex): Promise<Problem[]> {
  const compiled = await getCompiled(document);
  const references = await listReferences(compiled, document);
  const { problems } = await resolveReferences(references, document, index);
  const missing = findMissingImports(compiled.imports, document, index.root);
  const all = [
    ...compiled.problems,
    ...problems,
    ...missing,
    ...(await findThrown(compiled, document.bodyLine)),
  ];
  const source = '\n'.repeat(document.bodyLine - 1) + document.body;
  return completeProblems(all, document.file, source);
}

async function evaluate(compiled: CompiledText, components: Components): Promise<ReactNode> {
  const jsx = addressElements({ ...runtime, ...developmentRuntime }, components);
  const { default: Content } = await runCode(compiled.code, { ...jsx, evaluateAt });
  return (Content as (props: { components: Components }) => ReactNode)({ components });
}
