import path from 'node:path';
import type { ProblemInFile } from '../content/problems';
import type { ResolvedReference } from '../markdown/links/resolve';
import { inspectImage } from '../markdown/media/inspect-image';

/** What is shown as an image by its ending, also elsewhere than in an element for images. */
const IMAGE = /\.(?:avif|bmp|gif|heic|heif|ico|jfif|jpe?g|jxl|png|psd|svg|tiff?|webp)$/i;

/** Endings of formats that browsers do show, though we do not know their bytes. */
const UNKNOWN = /\.(?:bmp|ico)$/i;

/** Films and recordings have players of their own. */
const PLAYED = /\.(?:mp4|m4v|webm|mov|mp3|m4a|ogg|oga|opus|wav|flac|aac)$/i;

/** An error for each file that a body shows as an image and that is none: text, empty, cut off, of a format browsers do not know. */
export function checkImages(references: readonly ResolvedReference[]): ProblemInFile[] {
  return references.flatMap(({ kind, isImage, target, line, column }) => {
    if (kind === 'link' || target.kind !== 'file' || UNKNOWN.test(target.file)) return [];
    if (!IMAGE.test(target.file) && (!isImage || PLAYED.test(target.file))) return [];
    const found = inspectImage(target.file);
    if (found === undefined) return [];
    const message = `"${path.basename(target.file)}" cannot be shown as an image: the file ${found}.`;
    const remedy = 'Export it anew as JPEG, PNG, WebP, AVIF, GIF or SVG.';
    return [{ line, column, severity: 'error', message, remedy }];
  });
}
