import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const MANUAL = 'docs';
/** The files that its examples name. */
const FILES = 'content/posts/everything-a-post-can-contain';
const PORTRAIT = 'e2e/content/ada.jpg';

/** A block of code in a chapter. */
export interface Example {
  /** Its chapter and the line it starts on: `writing.md:12`. */
  readonly place: string;
  readonly language: string;
  /** Of the file that it is in; empty where none is named. */
  readonly title: string;
  readonly code: string;
}

/** The chapters of the manual with their texts. */
function readChapters(): { chapter: string; text: string }[] {
  return readdirSync(MANUAL)
    .filter((name) => name.endsWith('.md'))
    .map((chapter) => ({ chapter, text: readFileSync(path.join(MANUAL, chapter), 'utf8') }));
}

/** The blocks of code of all chapters, those in lists included. */
export function listExamples(): Example[] {
  return readChapters().flatMap(({ chapter, text }) =>
    [...text.matchAll(/^( *)(`{3,})(\w*)([^\n]*)\n(.*?)^\1\2$/gms)].map(
      ({ index, 1: indent = '', 3: language = '', 4: meta = '', 5: code = '' }) => ({
        place: `${chapter}:${text.slice(0, index).split('\n').length}`,
        language,
        title: /title="([^"]*)"/.exec(meta)?.[1] ?? '',
        code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      }),
    ),
  );
}

/**
 * Writes a content folder in which each chapter of the manual is a page and each example a post, with the files and components that
 * the examples name. Gives the examples that it holds.
 */
export function writeManualBlog(root: string): Example[] {
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  for (const { chapter, text } of readChapters()) {
    const [heading = '', title = ''] = /^# (.+)\n/.exec(text) ?? [];
    // Files of the repository are no part of a blog; another test looks for them.
    const body = text.slice(heading.length).replace(/\[([^\]]+)\]\(\.\.\/[^)]*\)/g, '$1');
    const slug = `manual-${path.basename(chapter, '.md').toLowerCase()}`;
    write(
      `pages/${chapter}`,
      `---\ntitle: ${title}\ndescription: What ${chapter} says.\nslug: ${slug}\n---\n${body}`,
    );
  }
  write('posts/another-post.md', toPost('Another post', 'Text.\n', 'tags: [TypeScript, Browsers]\n'));
  copyFileSync(PORTRAIT, path.join(root, 'ada.jpg'));
  return listExamples().filter((example) => {
    const folder = `posts/${example.place.replace('.md:', '-')}`;
    const files = toFiles(example, folder);
    for (const [file, text] of Object.entries(files)) write(file, text);
    for (const name of readdirSync(FILES))
      if (name !== 'index.mdx' && example.code.includes(name) && existsSync(path.join(root, folder)))
        copyFileSync(path.join(FILES, name), path.join(root, folder, name));
    return Object.keys(files).length > 0;
  });
}

/** The files that an example stands for; none where it is no content, or settings, of which a blog has one file. */
function toFiles({ place, language, title, code }: Example, folder: string): Record<string, string> {
  const [, file = ''] = /^content\/((?!site\.ts|posts\/).*)/.exec(title) ?? [];
  if (file !== '') return { [file]: code };
  const name = `The example of ${place}`;
  switch (language) {
    case 'md':
      return { [`${folder}/index.md`]: code.startsWith('---') ? code : toPost(name, code) };
    case 'mdx':
      return {
        [`${folder}/index.mdx`]: toPost(name, code),
        ...Object.fromEntries(
          Object.entries(BESIDE)
            .filter(([name]) => code.includes(`from './${name.replace('.tsx', '')}'`))
            .map(([name, text]) => [`${folder}/${name}`, text]),
        ),
      };
    case 'yaml':
      return {
        [`${folder}/index.md`]: code.startsWith('---') ? `${code}\nText.\n` : toPost(name, 'Text.\n', code),
      };
    default:
      return {};
  }
}

function toPost(title: string, body: string, fields = ''): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(`${title}, as it is shown.`)}\ndate: 2026-01-01\n${fields}---\n\n${body}`;
}

/** What examples import from beside them. */
const BESIDE: Readonly<Record<string, string>> = {
  'chart.tsx': 'export const Chart = (_: { from: number; to: number }) => <svg />;\n',
  'rows.json': '[1, 2]\n',
  'people.yml': 'names: [Ada, Grace]\n',
};
