import { type Manifest, pieceNames, type TextPost } from './index-format';
import { readTermPiece, type TermPiece } from './term-piece';

/** Gives the inflated bytes of a piece by its name. Rejects where there is none. */
export type ReadPiece = (name: string) => Promise<Uint8Array>;

/** The pieces of one index, each loaded when first asked for. */
export interface SearchPieces {
  readonly manifest: Manifest;
  terms(number: number): Promise<TermPiece>;
  texts(number: number): Promise<readonly TextPost[]>;
  words(): Promise<readonly string[]>;
}

/** Loads the manifest. */
export async function openPieces(read: ReadPiece): Promise<SearchPieces> {
  const decoder = new TextDecoder();
  const known = new Map<string, Promise<unknown>>();
  const load = <T>(name: string, parse: (bytes: Uint8Array) => T): Promise<T> => {
    const loading = (known.get(name) as Promise<T> | undefined) ?? read(name).then(parse);
    known.set(name, loading);
    loading.catch(() => known.delete(name));
    return loading;
  };
  const toText = (bytes: Uint8Array) => decoder.decode(bytes);
  const manifest: Manifest = JSON.parse(toText(await read(pieceNames.manifest)));
  const { names } = manifest;
  return {
    manifest,
    terms: (number) => load(pieceNames.terms(names.terms[number] ?? ''), readTermPiece),
    texts: (number) =>
      load(pieceNames.texts(names.texts[number] ?? ''), (bytes) => JSON.parse(toText(bytes))),
    words: () => load(pieceNames.words(names.words), (bytes) => toText(bytes).split('\n')),
  };
}
