import type { CodeLine } from './lines';

const prompt =
  /^(?:[\w.-]{1,40}@[\w.-]{1,60}[^$#%>]{0,80})?(?:[$%❯➜]|PS [^>]{0,120}>|[A-Za-z]:\\[^>]{0,120}>)\s+/;
const rootPrompt = /^(?:[\w.-]{1,40}@[\w.-]{1,60}[^$#%>]{0,80})?#\s+/;
const continuation = /^>\s/;

/**
 * Tells commands from what they printed, when a line begins with a prompt; otherwise leaves the lines alone.
 * `#` is the prompt of root only where `allowRoot` says so and the first line has it: elsewhere it is a comment.
 */
export function applyPrompts(lines: readonly CodeLine[], allowRoot: boolean): readonly CodeLine[] {
  const first = lines.find(({ text }) => text.trim() !== '');
  const pattern = allowRoot && first && rootPrompt.test(first.text) ? rootPrompt : prompt;
  if (!lines.some(({ text }) => pattern.test(text))) return lines;
  let continued = false;
  return lines.map((line) => {
    const found =
      pattern.exec(line.text)?.[0] ?? (continued ? (continuation.exec(line.text)?.[0] ?? '') : undefined);
    if (found === undefined) {
      if (line.text.startsWith('# ') && !line.output) return line;
      return { ...line, output: true };
    }
    const text = line.text.slice(found.length);
    continued = /[\\`|]$|&&$/.test(text);
    return { ...line, text, ...(found !== '' && { prompt: found }) };
  });
}
