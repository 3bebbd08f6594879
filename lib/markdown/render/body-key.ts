import { createHash } from 'node:crypto';
import { createWeakProcessCache } from '../../cache/process-cache';
import type { ContentIndex, DocumentText } from '../../content/content-index';
import { getPunctuationLanguage } from '../../content/punctuation';
import { getTextKey } from '../compile/compiled';
import { getAddresses, getBody } from './body';

/**
 * Changes with all that the rendered text of a document shows besides the engine and the code that is compiled in: its
 * source, where its links lead, and the bytes of the files it names.
 */
export function getBodyKey(document: DocumentText, index: ContentIndex): Promise<string> {
  if (process.env.NODE_ENV === 'development') return readBodyKey(document, index);
  const ofIndex = keys.getOrCreate(index, () => new WeakMap());
  const key = ofIndex.get(document) ?? readBodyKey(document, index);
  ofIndex.set(document, key);
  return key;
}

const keys = createWeakProcessCache<ContentIndex, WeakMap<DocumentText, Promise<string>>>('keys of bodies');

async function readBodyKey(document: DocumentText, index: ContentIndex): Promise<string> {
  const { addresses } = await getAddresses(await getBody(document, index));
  return createHash('sha256')
    .update(getTextKey(document))
    .update(JSON.stringify(addresses))
    .update(getPunctuationLanguage(document, index.site) ?? '')
    .digest('hex')
    .slice(0, 20);
}
