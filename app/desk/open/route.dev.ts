import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { getContentFolder } from '@/lib/content/posts';
import { openEditor } from '@/lib/dev/open-editor';

const placeSchema = z.object({ file: z.string(), line: z.int().min(1), column: z.int().min(1) });

/** Opens a file of the content folder in the editor of the person at this machine. */
export async function POST(request: Request) {
  const place = placeSchema.safeParse(await request.json().catch(() => null));
  if (!place.success) return new Response('Name file, line and column.', { status: 400 });
  const { file, line, column } = place.data;
  const root = getContentFolder();
  const absolute = path.resolve(root, file);
  // Only what a page of this site could have asked for: a request from elsewhere carries another origin.
  const isOwn = request.headers.get('sec-fetch-site') === 'same-origin';
  // A link within the folder may lead out of it.
  const isInside = existsSync(absolute) && realpathSync(absolute).startsWith(realpathSync(root) + path.sep);
  if (!isOwn || !isInside) {
    return new Response('There is no such file.', { status: 404 });
  }
  openEditor(`${absolute}:${line}:${column}`, (message) => console.error(message));
  return new Response(null, { status: 204 });
}
