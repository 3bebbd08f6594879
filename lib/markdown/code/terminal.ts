import type { CodeLine } from './lines';

const prompt =
  /^(?:[\w.-]{1,40}@[\w.-]{1,60}[^$#%>]{0,80})?(?:[$%❯➜]|PS [^>]{0,120}>|[A-Za-z]:\\[^>]{0,120}>)\s+/;
const rootPrompt = /^(?:[\w.-]{1,40}@[\w.-]{1,60}[^$#%>]{0,80})?#\s+/;
const continuation = /^>\s/;

/**
 * Distinguishes commands from what they printed, when a line begins with a prompt; otherwise leaves the lines alone.
 * `#` is the prompt of root only where `allowRoot` says so, the first line has it and there is no other prompt:
 * elsewhere it is a comment.
 */
export function applyPrompts(lines: readonly CodeLine[], allowRoot: boolean): readonly CodeLine[] {
  const first = lines.find(({ text }) => text.trim() !== '');
  const prompted = lines.some(({ text }) => prompt.test(text));
  const byRoot = allowRoot && !prompted && first !== undefined && rootPrompt.test(first.text);
  if (!prompted && !byRoot) return lines;
  const pattern = byRoot ? rootPrompt : prompt;
  let continued = false;
  return lines.map((line) => {
    const found =
      pattern.exec(line.text)?.[0] ?? (continued ? (continuation.exec(line.text)?.[0] ?? '') : undefined);
    if (found === undefined) {
      return line.text.startsWith('# ') ? line : { ...line, output: true };
    }
    const text = line.text.slice(found.length);
    continued = /[\\`|]$|&&$/.test(text);
    return { ...line, text, ...(found !== '' && { prompt: found }) };
  });
}
