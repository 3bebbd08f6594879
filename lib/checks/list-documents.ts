import type { ContentIndex, DocumentText } from '../content/content-index';

/** The documents of an index whose bodies can be read, also those whose front matter has errors. */
export function listDocuments(index: ContentIndex): DocumentText[] {
  return [
    ...new Set<DocumentText>([
      ...index.postsBySlug.values(),
      ...index.pages.values(),
      ...index.parts.values(),
      ...index.scheduled,
      ...index.broken.flatMap(({ text }) => text ?? []),
    ]),
  ];
}
