/** A post whose every word is another one, with the words that its readers must get. */
export interface WordPost {
  readonly name: string;
  readonly body: string;
  /** In the order in which they are read. */
  readonly words: readonly string[];
  /** Those that a page shows at its end, wherever they stand. */
  readonly notes: readonly string[];
}

interface Writer {
  /** The next word. */
  w(): string;
  /** The next word of a note. */
  n(): string;
  /** The next number, for labels. */
  id(): number;
}

/** One way to write words, as authors do; `md` alone where MDX knows another one. */
type Template = (writer: Writer) => string;

const COMMON: readonly Template[] = [
  ({ w }) => `${w()} ${w()}, *${w()}* and **${w()}** with _${w()}_: __${w()}__.`,
  ({ w }) => `"${w()}" and '${w()}' -- ${w()}'s ${w()}... ${w()}!`,
  ({ w }) => `\`${w()}\` and \`\`${w()} \`${w()}\`\`\` beside ~~${w()}~~ ***${w()}***`,
  ({ w }) => `[${w()} ${w()}](https://one.example/a) and [${w()}](https://one.example "t")`,
  ({ w, id }) => ((n) => `[${w()}][r${n}] and [${w()}] [r${n}]\n\n[r${n}]: https://two.example/b`)(id()),
  ({ w }) => `[${w()}][nothing of the kind ${w()}] ${w()}`,
  ({ w }) => `## ${w()} \`${w()}\` *${w()}*\n\n${w()}`,
  ({ w }) => `### ${w()} & ${w()}\n\n${w()}`,
  ({ w }) => `${w()} ${w()}\n---\n\n${w()}`,
  ({ w }) => `- ${w()}\n- ${w()}\n  - ${w()}\n\n    ${w()}\n- [ ] ${w()}\n- [x] ${w()}`,
  ({ w }) => `3. ${w()}\n4. ${w()}\n\n   ${w()}\n\n   \`\`\`\n   ${w()}\n   \`\`\``,
  ({ w }) => `> ${w()}\n>\n> - ${w()}\n>\n> > ${w()}`,
  ({ w }) => `> [!NOTE]\n> ${w()} **${w()}**`,
  ({ w }) => `> [!WARNING]\n> ${w()}\n>\n> \`\`\`js\n> ${w()}\n> \`\`\``,
  ({ w }) => `\`\`\`ts title="a.ts"\nconst ${w()} = '${w()}'; // ${w()}\n\`\`\``,
  ({ w }) => `\`\`\`\n${w()}\n\n  ${w()} <${w()}>\n\`\`\``,
  ({ w }) => `~~~diff\n+ ${w()}\n- ${w()}\n~~~`,
  ({ w }) =>
    `| ${w()} | ${w()} |\n| :-- | --: |\n| ${w()} | \`${w()}\` |\n| **${w()}** | [${w()}](https://c.example) |`,
  ({ w, n, id }) => ((i) => `${w()}[^n${i}] ${w()}\n\n[^n${i}]: ${n()} *${n()}*\n\n    ${n()}`)(id()),
  ({ w }) => `${w()}\\\n${w()} \n${w()}`,
  ({ w }) => `\\*${w()}\\* 1\\. ${w()} \\# ${w()} \\[${w()}\\]`,
  ({ w }) => `${w()}&amp;${w()} &lt;${w()}&gt; &copy; ${w()} &hellip; ${w()}`,
  ({ w }) => `**「${w()}」**です${w()}。`,
  ({ w }) => `${w()} :tada: ${w()} :nothing-of-the-kind: ${w()}`,
  ({ w }) => `${w()} <kbd>${w()}</kbd> <sub>${w()}</sub> <mark>${w()}</mark>`,
  ({ w }) => `![${w()} ${w()}](./p.png)`,
  ({ w }) => `![${w()}](./p.png "${w()} ${w()}")`,
  ({ w }) => `${w()} $x^2$ ${w()}\n\n$$\ny = 1\n$$\n\n${w()}`,
  ({ w }) => `It costs US$5, ${w()}, not A$6. ${w()}`,
  ({ w }) => `${w()} https://d.example/x?y=1. ${w()}`,
  ({ w }) => `***\n\n${w()}`,
];

const MARKDOWN: readonly Template[] = [
  ({ w }) => `Run it as <${w()}> on <${w()}>, ${w()}.`,
  ({ w }) => `${w()}<${w()}, ${w()}> and std::${w()}<int> ${w()}`,
  ({ w }) => `${w()} <td> ${w()} <head> ${w()} <source> ${w()}`,
  ({ w }) => `${w()}<${w()}::${w()}> and <${w()}:${w()}> ${w()}`,
  ({ w }) => `${w()}\n\n    ${w()}\n    ${w()}\n\n${w()}`,
  ({ w }) => `<details>\n<summary>${w()}</summary>\n\n${w()} **${w()}**\n\n</details>\n\n${w()}`,
  ({ w }) => `<div align="center">\n${w()} <b>${w()}</b>\n</div>\n\n${w()}`,
  ({ w }) => `<dl><dt>${w()}</dt><dd>${w()}</dd></dl>\n\n${w()}`,
  ({ w }) => `<table><tr><td>${w()}<td>${w()}</table>\n\n${w()}`,
  ({ w }) => `<table><caption>${w()}</caption><tr><th>${w()}<tr><td>${w()}</table>\n\n${w()}`,
  ({ w }) => `<p>${w()}<br>${w()}<p>${w()}\n\n${w()}`,
  ({ w }) => `<!-- a comment -->\n\n${w()}`,
  ({ w }) => `<span>${w()} <img src="./p.png" alt="${w()}" /></span> ${w()}`,
  ({ w }) => `<video src="https://v.example/a.mp4" controls />\n\n${w()}`,
  ({ w }) => `## ${w()} {#set-up}\n\n${w()} <https://e.example/> ${w()}`,
  ({ w }) => `{{< ${w()} >}} ${w()} {% ${w()} %} ${w()}`,
  ({ w }) => `{${w()}} ${w()} [[toc]] ${w()}`,
  ({ w }) => `<${w()} ${w()}="1" /> ${w()}`,
  ({ w }) => `a < ${w()} && b > ${w()} <= ${w()} <3 ${w()}`,
  ({ w }) => `${w()}\n{: .${w()}}\n\n${w()}`,
  ({ w }) => `:::${w()}\n${w()}\n:::\n\n${w()}`,
  ({ w }) => `<ruby>${w()}<rt>${w()}</rt></ruby> <abbr title="t">${w()}</abbr> <ins>${w()}</ins>`,
  ({ w }) => `<figure><img src="./p.png" alt="${w()}"><figcaption>${w()}</figcaption></figure>\n\n${w()}`,
  ({ w }) => `<form><label>${w()} <input name="x"></label> <button>${w()}</button></form>\n\n${w()}`,
  ({ w }) => `<center>${w()}</center> <font color="red">${w()}</font>\n\n${w()}`,
  ({ w }) => `- ${w()}\n\n\n      ${w()}\n\n${w()}`,
];

const MDX: readonly Template[] = [
  ({ w }) => `<Callout kind="tip">\n\n${w()} **${w()}**\n\n</Callout>`,
  ({ w }) => `{'${w()}'} ${w()} {/* a comment */} ${w()}`,
  ({ w }) => `<div>\n  ${w()} <b>${w()}</b>\n\n  - ${w()}\n</div>`,
  ({ w }) => `<p>${w()}</p>\n\n${w()}`,
  ({ w }) => `{['${w()}', '${w()}'].map((word) => <i key={word}>{word} </i>)}\n\n${w()}`,
  ({ w, id }) => `export const value${id()} = 1\n\n${w()}`,
  ({ w }) => `<Figure src="./p.png" alt="${w()}" title="${w()} ${w()}" />\n\n${w()}`,
  ({ w }) => `<details>\n  <summary>${w()}</summary>\n\n  ${w()}\n</details>\n\n${w()}`,
];

/** A post of a seed: the same one for the same. */
export function writeWordPost(seed: number, format: 'md' | 'mdx'): WordPost {
  const random = toRandom(seed);
  const templates = format === 'md' ? [...COMMON, ...MARKDOWN] : [...COMMON, ...MDX];
  const words: string[] = [];
  const notes: string[] = [];
  let count = 0;
  let labels = 0;
  const make = () => toWord(seed * 1000 + count++);
  const writer: Writer = {
    w: () => words[words.push(make()) - 1] ?? '',
    n: () => notes[notes.push(make()) - 1] ?? '',
    id: () => labels++,
  };
  const blocks = Array.from({ length: 6 + Math.floor(random() * 6) }, () => {
    const template = templates[Math.floor(random() * templates.length)] as Template;
    return template(writer);
  });
  return { name: `word-post-${seed}.${format}`, body: `${blocks.join('\n\n')}\n`, words, notes };
}

/** No element, no emoji, no word of the interface is named so. */
function toWord(number: number): string {
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / 20))
    word += 'bcdfghjklmnpqrstvwxz'[rest % 20];
  return `q${word}${'aeiou'[number % 5]}`;
}

/** Mulberry32, a small generator of Tommy Ettinger in the public domain. */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
