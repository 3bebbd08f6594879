import { createWeakProcessCache } from '../../cache/process-cache';
import { announceWork } from '../../cache/work';
import type { ContentIndex, DocumentText } from '../../content/content-index';
import { type Place, type ProblemInFile, placeAt } from '../../content/problems';
import type { CompiledText } from '../compile/compile';
import { getCompiled } from '../compile/compiled';
import { type AddressesAndMedia, readAddresses } from '../links/addresses';
import type { Reference } from '../links/references';
import { checkTargets, type ResolvedReference, resolveReferences } from '../links/resolve';
import { type DryRun, runDry, toProblems } from './dry-run';
import { findMissingImports } from './load-imports';

/** What is known of the body of a document before it is rendered; its compiled form is `getCompiled`'s to keep. */
export interface Body {
  /** Every address it names, with what that stands for. */
  readonly references: readonly ResolvedReference[];
  /** What is wrong with it. An error keeps it from being shown. */
  readonly problems: readonly ProblemInFile[];
}

/**
 * The body of a document with its addresses resolved: once in a process, where it outlives no change. `text` is its
 * compiled form where that is at hand; an outline will do where it has no expressions. Never throws.
 */
export function getBody(document: DocumentText, index: ContentIndex, text?: CompiledText): Promise<Body> {
  const make = async () => resolveBody(text ?? (await getCompiled(document)), document, index);
  // A file that a body names can come and go while the index stays the same.
  if (process.env.NODE_ENV === 'development') return make();
  const ofIndex = bodies.getOrCreate(index, () => new WeakMap());
  const body = ofIndex.get(document) ?? make();
  ofIndex.set(document, body);
  return body;
}

const bodies = createWeakProcessCache<ContentIndex, WeakMap<DocumentText, Promise<Body>>>('resolved bodies');

/** The final addresses of a body, and the files that it names; read once for a body. */
export function getAddresses(body: Body): Promise<AddressesAndMedia> {
  return addresses.getOrCreate(body, () => readAddresses(body.references));
}

const addresses = createWeakProcessCache<Body, Promise<AddressesAndMedia>>('addresses of bodies');

async function resolveBody(
  compiled: CompiledText,
  document: DocumentText,
  index: ContentIndex,
): Promise<Body> {
  announceWork({ kind: 'resolve', of: document.file });
  const run = await runDry(compiled);
  const references = resolveReferences(listReferences(compiled, run, document), document, index);
  const problems = [
    ...compiled.problems,
    ...checkTargets(references),
    ...findMissingImports(compiled.imports, document, index.root),
    ...toProblems(run, document.bodyLine),
  ];
  return { references, problems };
}

/**
 * Every address of a text: those it spells in Markdown, HTML and JSX, and those that its author's code hands to an
 * element: spread, computed, or within an expression. These have the place where their words are found in the text, or
 * that of the code that makes them.
 */
function listReferences(
  { references }: CompiledText,
  { addresses: made }: DryRun,
  { body, bodyLine }: DocumentText,
): readonly Reference[] {
  if (made.length === 0) return references;
  const spelled = new Set(references.map(({ kind, url }) => `${kind} ${url}`));
  const others = made.filter(({ kind, url }) => !spelled.has(`${kind} ${url}`));
  return [
    ...references,
    ...others.map((address) => ({ ...address, ...findWords(address.url, body, bodyLine) })),
  ];
}

function findWords(url: string, body: string, bodyLine: number): Place | undefined {
  const at = body.indexOf(url);
  if (at === -1) return undefined;
  const { line, column } = placeAt(body, at);
  return { line: line + bodyLine - 1, column };
}
