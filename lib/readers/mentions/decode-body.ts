/** How much of a page is searched for the name of its encoding (HTML, 4.2.5.4). */
const HEAD = 1024;

/** A page as text, in the encoding that its header or its head names; else UTF-8. */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const [, name = 'utf-8'] = CHARSET.exec(contentType) ?? CHARSET.exec(head) ?? [];
  return toDecoder(name).decode(bytes);
}

const CHARSET = /charset\s*=\s*["']?([\w-]+)/i;

function toDecoder(name: string): TextDecoder {
  try {
    return new TextDecoder(name);
  } catch {
    return new TextDecoder();
  }
}
