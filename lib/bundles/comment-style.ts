import path from 'node:path';
import { bundleScript } from './bundle-script';

/** The styles of comments and their forms, minified, for a blog on which readers can answer. */
export function getCommentStyle(): string {
  return bundleScript({ entryPoints: [path.resolve('components/styles/comments.css')], external: ['*'] });
}
