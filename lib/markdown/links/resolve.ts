import type { ContentIndex, DocumentText } from '../../content/content-index';
import type { ProblemInFile } from '../../content/problems';
import { findCompanions } from '../media/companions';
import { getMedia, type Media } from '../media/media';
import { resolveTarget, splitUrl, type Target } from './links';
import type { Reference } from './references';

/** The final form of an address in a text. */
export interface Resolved {
  /** Undefined for a link to a post that readers cannot see: its words stay, the link goes. */
  readonly url: string | undefined;
  readonly width?: number;
  readonly height?: number;
  /** Addresses of what lies beside the file, by the attribute that names it. */
  readonly companions?: Readonly<Record<string, string>>;
}

export interface ResolvedReferences {
  /** Final form of an address as the text writes it; undefined where it stays as it is. */
  resolve(url: string): Resolved | undefined;
  readonly media: readonly Media[];
  /** Those of them that are shown, not linked to: images, with their forms for the dark theme. */
  readonly shown: readonly Media[];
  readonly problems: readonly ProblemInFile[];
}

/** Decides every address of a text: pages of the site, files beside the post, and what is missing. */
export async function resolveReferences(
  references: readonly Reference[],
  document: DocumentText,
  index: ContentIndex,
): Promise<ResolvedReferences> {
  const resolved = new Map<string, Resolved>();
  const media: Media[] = [];
  const shown: Media[] = [];
  const problems: ProblemInFile[] = [];
  for (const reference of references) {
    const target = resolveTarget(reference.url, document, index);
    const { rest } = splitUrl(reference.url);
    if (target.kind === 'page') resolved.set(reference.url, { url: target.path + rest });
    if (target.kind === 'hidden') resolved.set(reference.url, { url: undefined });
    if (target.kind === 'file') {
      const file = await getMedia(target.file);
      media.push(file);
      if (reference.kind === 'file') shown.push(file);
      const size =
        file.width !== undefined && file.height !== undefined
          ? { width: file.width, height: file.height }
          : {};
      const companions: Record<string, string> = {};
      for (const [attribute, beside] of Object.entries(findCompanions(target.file))) {
        const other = await getMedia(beside);
        media.push(other);
        if (reference.kind === 'file') shown.push(other);
        companions[attribute] = other.path;
      }
      resolved.set(reference.url, { url: file.path + rest, ...size, companions });
    }
    problems.push(...checkTarget(reference, target));
  }
  return { resolve: (url) => resolved.get(url), media, shown, problems };
}

/** What an author should know about an address that leads nowhere, or to what readers cannot see. */
export function checkTarget(reference: Reference, target: Target): ProblemInFile[] {
  const { kind, url, line, column } = reference;
  if (target.kind === 'missing') {
    const what = kind === 'link' ? `The link "${url}" leads nowhere` : `The file "${url}" is missing`;
    const guess = target.guess === undefined ? '' : ` Did you mean "${target.guess}"?`;
    const remedy =
      'Relative addresses start at the folder of the post; put the file there or correct the name.';
    return [{ line, column, severity: 'error', message: `${what}.${guess}`, remedy }];
  }
  if (target.kind === 'hidden') {
    const message = `The link "${url}" leads to a post that readers cannot see yet.`;
    const remedy = 'Its words are shown without a link until that post is published.';
    return [{ line, column, severity: 'warning', message, remedy }];
  }
  return [];
}
