/** The words of a post of another engine that its readers must get, in their order; those of notes apart. */
export function listSourceWords(source: string): { words: string[]; notes: string[] } {
  const body = source.replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, '');
  const title = /^title\s*[:=]\s*["']?(.*?)["']?$/m.exec(source)?.[1] ?? /^# (.*)$/m.exec(body)?.[1] ?? '';
  const text = body
    .replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}|^export [\s\S]*?(?=\n\n)/gm, '')
    .replace(/^\$\$\n[\s\S]*?\n\$\$$/gm, '');
  const words: string[] = [];
  const notes: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const [, marker = ''] = /^\s*(```|~~~)/.exec(line) ?? [];
    if (marker !== '') fence = fence === '' ? marker : '';
    else if (fence !== '') words.push(...split(line));
    else if (/^\[\^[^\]]+\]: /.test(line)) notes.push(...split(toShown(line.replace(/^\[\^[^\]]+\]/, ''))));
    else if (!isDropped(line, title)) words.push(...split(toShown(line)));
  }
  return { words, notes };
}

/** What a page shows elsewhere, or only when asked: its title, the targets of links, the meaning of abbreviations. */
function isDropped(line: string, title: string): boolean {
  return line === `# ${title}` || /^\*?\[[^\]^]+\]:/.test(line);
}

/** A line without its syntax. Code between back-ticks stays. */
function toShown(line: string): string {
  return line
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutSyntax(part)))
    .join('');
}

function withoutSyntax(text: string): string {
  return text
    .replace(/^\s*>\s*\[!(?:note|tip|important|warning|caution)\][-+]?/i, ' ')
    .replace(/\]\((?![{]).*?(?:\s"([^"]*)")?\)/g, ' $1 ')
    .replace(/\]\[[^\]]*\]|\[\^[^\]]*\]|\{#[\w-]+\}/g, ' ')
    .replace(/(?<![\w$])\$(?! )[^$]+(?<! )\$(?!\w)/g, ' ')
    .replace(/<img[^>]*alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(TAG, ' ')
    .replace(/(?<!\w):[a-z_]+:(?!\w)/g, ' ')
    .replace(/^\s*\d+\.\s/, ' ')
    .replace(/\{\w+\}/g, ' ');
}

/** Elements of HTML, and components with attributes; `<your-name>` and `Iterator<Item = Token>` are words. */
const TAG = /<\/?(?:[a-z]+\d?(?:\s[^<>]*)?|[A-Z]\w+(?:\s[^<>]*=["{][^<>]*)?)\/?>/g;

/** Single letters are syntax too often. */
function split(text: string): string[] {
  return text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
