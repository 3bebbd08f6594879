import type { ReactNode } from 'react';
import * as developmentRuntime from 'react/jsx-dev-runtime';
import * as runtime from 'react/jsx-runtime';
import type { ContentIndex, DocumentText } from '../../content/content-index';
import { ContentError, completeProblems, padBody } from '../../content/problems';
import { getPunctuationLanguage, setPunctuation, toPunctuationInCode } from '../../content/punctuation';
import { getCompiled } from '../compile/compiled';
import type { Heading } from '../compile/headings';
import type { Components } from '../elements/components';
import { addSourceSets, type FindVariants } from '../media/source-sets';
import { getAddresses, getBody } from './body';
import { evaluateAt } from './evaluate-at';
import { type LoadModule, loadImports } from './load-imports';
import { replaceComponents } from './replace-components';
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
  const body = await getBody(document, index);
  const errors = body.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ContentError(completeProblems(errors, document.file, padBody(document)));
  const compiled = await getCompiled(document);
  const { addresses: plain, shown } = await getAddresses(body);
  const addresses = findVariants ? await addSourceSets(plain, shown, findVariants) : plain;
  const own = await loadImports(compiled.imports, document, index.root, loadModule);
  const language = getPunctuationLanguage(document, index.site);
  return {
    content: await evaluate(
      toPunctuationInCode(compiled.code, language),
      withAddresses(replaceComponents(components, own), addresses),
    ),
    headings: compiled.headings.map((heading) => ({
      ...heading,
      text: setPunctuation(heading.text, language),
    })),
  };
}

async function evaluate(code: string, components: Components): Promise<ReactNode> {
  const jsx = addressElements({ ...runtime, ...developmentRuntime }, components);
  const { default: Content } = await runCode(code, { ...jsx, evaluateAt });
  return (Content as (props: { components: Components }) => ReactNode)({ components });
}
