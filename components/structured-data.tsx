/** Facts of a page for programs, as JSON-LD. The text is that of `formatGraph`, in which no element can end. */
export function StructuredData({ json }: { json: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which every "<" is escaped.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
