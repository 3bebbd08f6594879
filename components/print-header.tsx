/** The title at the head of every printed page but the first, which begins with it. */
export function PrintHeader({ title }: { title: string }) {
  const text = title.replace(/[\\"<\n\r\f]/g, toHexEscape);
  const css = `@page{@top-center{content:"${text}"}}@page:first{@top-center{content:none}}`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: whatever could end the text or the element is escaped.
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}

/** A character as style sheets spell it by its number. */
function toHexEscape(character: string): string {
  return `\\${character.charCodeAt(0).toString(16)} `;
}
