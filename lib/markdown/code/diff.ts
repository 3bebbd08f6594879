import type { CodeLine } from './lines';

/** Takes the + and − before lines as their change, and the column it stood in away from all lines. */
export function applyDiffSigns(lines: readonly CodeLine[]): CodeLine[] {
  const others = lines.filter(({ text }) => text.trim() !== '' && !isSigned(text));
  const signed = lines.filter(({ text }) => isSigned(text));
  const inColumn = others.every(({ text }) => text.startsWith(' '));
  const spaced = signed.every(({ text }) => text.length === 1 || text[1] === ' ');
  const othersSpaced = others.every(({ text }) => text.startsWith('  '));
  const width = spaced && (!inColumn || othersSpaced) ? 2 : 1;
  return lines.map((line) => {
    if (isSigned(line.text)) {
      const change = line.text.startsWith('+') ? 'added' : 'removed';
      return { ...line, change, text: line.text.slice(width) };
    }
    return inColumn ? { ...line, text: line.text.slice(width) } : line;
  });
}

/** Whether a text is a whole patch, which a reader wants to copy as it stands. */
export function isPatch(lines: readonly CodeLine[]): boolean {
  return lines.some(({ text }) => /^(?:@@ |diff --git |Index: |--- \S)/.test(text));
}

function isSigned(text: string): boolean {
  return text.startsWith('+') || text.startsWith('-');
}
