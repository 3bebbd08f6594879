import { createHash, randomBytes } from 'node:crypto';
import { buildCsp } from '../publish/csp';

/**
 * The Content-Security-Policy of one answer with a shared draft: that of a finished page, with a nonce for the scripts
 * of the framework in place of hashes, since nobody has seen the page yet. For the same reason images, media and
 * frames may come from any host that is asked with encryption. `ownScripts` are inline scripts of every page.
 */
export function buildShareCsp(ownScripts: readonly string[]): string {
  const nonce = `'nonce-${randomBytes(18).toString('base64')}'`;
  const hashes = ownScripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  const page = { source: '', elements: [], comments: [] };
  return buildCsp(page, {
    'script-src': [nonce, ...hashes],
    'img-src': ['https:'],
    'media-src': ['https:'],
    'frame-src': ['https:'],
  });
}
