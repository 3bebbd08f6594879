import { createHash, randomBytes } from 'node:crypto';
import { buildCsp } from '../publish/csp';

/**
 * The Content-Security-Policy of one answer with a shared draft: that of a finished page, with a nonce for the scripts
 * of the framework in place of hashes, since nobody has seen the page yet. For the same reason images, media and
 * frames may come from any host that is asked with encryption. `ownScripts` are inline scripts of every page, `style` is
 * the style sheet that the settings give it.
 */
export function buildShareCsp(ownScripts: readonly string[], style = ''): string {
  const nonce = `'nonce-${randomBytes(18).toString('base64')}'`;
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const page = { source: '', elements: [], comments: [] };
  return buildCsp(page, {
    'script-src': [nonce, ...ownScripts.map(hash)],
    'style-src': style === '' ? [] : [hash(style)],
    'img-src': ['https:'],
    'media-src': ['https:'],
    'frame-src': ['https:'],
  });
}
