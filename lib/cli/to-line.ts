/** What a stranger wrote, on one line: nothing of it moves the cursor of a terminal. */
export function toLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
