import type { ContentIndex, DocumentText } from '../content/content-index';
import type { CompiledText, Text } from '../markdown/compile/compile';
import { getCompiled, keepCompiled, storeCompiled } from '../markdown/compile/compiled';
import { type Body, getBody } from '../markdown/render/body';
import { compileTexts } from './compile-pool';
import { listDocuments } from './list-documents';
import { getOutlines } from './outline-cache';

/** A document, the compiled form or the outline of its body, and what its addresses stand for. */
export interface DocumentBody {
  readonly document: DocumentText;
  readonly text: CompiledText;
  readonly body: Body;
}

/**
 * The bodies of documents by file, from their outlines: only a text with code of its author is compiled. A document that
 * `shown` has too is resolved there, as its page will be.
 */
export async function outlineBodies(
  documents: readonly DocumentText[],
  index: ContentIndex,
  shown: ContentIndex,
): Promise<Map<string, DocumentBody>> {
  const outlines = await getOutlines(documents);
  const ofShown = new Map(listDocuments(shown).map((document) => [document.file, document]));
  const bodies = new Map<string, DocumentBody>();
  for (const document of documents) {
    const outline = outlines.get(document.file);
    const text = outline && !outline.hasExpressions ? outline : await getCompiled(document);
    const known = ofShown.get(document.file);
    const body = await (known ? getBody(known, shown, text) : getBody(document, index, text));
    bodies.set(document.file, { document, text, body });
  }
  return bodies;
}

/** Compiles what no earlier run has left compiled, in threads where that takes long. */
export async function compileBodies(documents: readonly DocumentText[]): Promise<void> {
  const missing = documents.filter((document) => !keepCompiled(document));
  const made = await compileTexts(missing.map(toText), 'code');
  for (const [position, document] of missing.entries()) {
    const compiled = made[position];
    if (compiled) storeCompiled(document, compiled);
  }
}

/** What a thread needs of a document to compile it. */
function toText(document: DocumentText & Pick<Text, 'cover'>): Text {
  const { format, title, body, bodyLine, cover, shared, data, figureLabel } = document;
  return {
    ...{ format, title, body, bodyLine },
    ...(cover && { cover }),
    ...(shared && { shared }),
    ...(data && { data }),
    ...(figureLabel && { figureLabel }),
  };
}

/** The body of one document, as its page is rendered from it. */
export async function readBody(document: DocumentText, index: ContentIndex): Promise<DocumentBody> {
  const [text, body] = await Promise.all([getCompiled(document), getBody(document, index)]);
  return { document, text, body };
}
