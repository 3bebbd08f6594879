/** A word of nginx's or Apache's settings. Throws where a control character would end it. */
export function quote(text: string): string {
  if (/\p{Cc}/u.test(text))
    throw new Error(`${JSON.stringify(text)} cannot stand in the settings of a server.`);
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
