import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toScalar } from '../content/front-matter-block';
import { toPost } from '../content/post';
import { getContentFolder, getFiles, loadContent } from '../content/posts';
import { findSlugFault, toSlug } from '../content/slug';
import { parseTags, resolveTags } from '../content/tags';
import { absoluteUrl, decodeParam, postPath, RESERVED_POST_SLUGS } from '../urls';
import { type Arguments, readArguments, refuse, type Usage } from './arguments';
import { readDevAddress } from './dev-address';
import { askAll, canAsk, EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run new -- "A title" --tags a,b --mdx',
  what: 'Makes a folder and a file for a new post, as a draft.',
  help: [
    ['--tags a,b', 'its tags, spelled as tags.yml and other posts spell them'],
    ['--mdx', 'index.mdx, a text with components and expressions; else index.md'],
    ['--slug my-post', 'its address; else made from the title'],
    ['--description "…"', 'one or two sentences on what it is about'],
    ['--edit', 'opens it in your editor: that of EDITOR, or one that is running'],
  ],
  options: {
    tags: { type: 'string' },
    mdx: { type: 'boolean' },
    slug: { type: 'string' },
    description: { type: 'string' },
    edit: { type: 'boolean' },
  },
  needed: [],
  atMost: 1,
};

interface Wanted {
  readonly title: string;
  readonly slug: string;
  readonly tags: readonly string[];
  readonly description: string;
  readonly format: 'md' | 'mdx';
}

/** `npm run new`: a new draft. Asks for what is missing where somebody can answer; never overwrites. */
export async function newPost(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  if (read.names.length === 0 && !canAsk(terminal)) return refuse('A title is missing.', USAGE, terminal);
  const wanted = read.names.length === 0 ? await ask(read, terminal) : toWanted(read.names[0] ?? '', read);
  const fault = findFault(wanted);
  if (fault !== undefined) {
    writeError(terminal, fault);
    return EXIT.failed;
  }
  const file = path.join(getContentFolder(), 'posts', wanted.slug, `index.${wanted.format}`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, formatPost(wanted), { flag: 'wx' });
  const address = postPath(wanted.slug);
  writeLine(terminal, path.relative(process.cwd(), file));
  writeLine(terminal, `${absoluteUrl(loadContent('author').site.url, address)} when it is published`);
  writeLine(terminal, `${readDevAddress()}${address} while npm run dev runs`);
  if (read.has('edit')) {
    // Not there where only what a server needs is installed.
    const { openEditor } = await import('../dev/open-editor');
    openEditor(file, (message) => writeError(terminal, message));
  }
  return EXIT.done;
}

async function ask(read: Arguments, terminal: Terminal): Promise<Wanted> {
  const answers = await askAll<'title' | 'tags' | 'mdx'>(terminal, {
    title: 'Title: ',
    ...(read.text('tags') === undefined && { tags: 'Tags, separated by commas: ' }),
    ...(!read.has('mdx') && { mdx: 'Components and expressions in the text (MDX)? [y/N] ' }),
  });
  const wanted = toWanted(answers.title ?? '', read);
  return {
    ...wanted,
    ...(answers.tags !== undefined && { tags: splitTags(answers.tags) }),
    ...(answers.mdx !== undefined && { format: /^y/i.test(answers.mdx) ? 'mdx' : 'md' }),
  };
}

function toWanted(title: string, read: Arguments): Wanted {
  const plain = title.replace(/\s+/g, ' ').trim();
  return {
    title: plain,
    slug: read.text('slug')?.normalize('NFC') ?? toSlug(plain),
    tags: splitTags(read.text('tags') ?? ''),
    description: (read.text('description') ?? '').replace(/\s+/g, ' ').trim(),
    format: read.has('mdx') ? 'mdx' : 'md',
  };
}

function splitTags(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  const { resolve } = getTags();
  return [...new Set(names.filter((name) => name !== '').map((name) => resolve(name)?.label ?? name))];
}

function getTags() {
  const files = getFiles();
  return resolveTags(parseTags(files.tags), files.posts.map(toPost));
}

function findFault({ title, slug, tags }: Wanted): string | undefined {
  if (title === '') return 'The title is empty.';
  if (slug === '') return `No address can be made from the title "${title}". Give one: --slug my-post.`;
  const slugFault = findSlugFault(slug);
  if (slugFault !== undefined) return `The slug "${slug}" ${slugFault}.`;
  const nameless = tags.find((name) => getTags().resolve(name) === undefined && toSlug(name) === '');
  if (nameless !== undefined) return `No address can be made from the tag "${nameless}".`;
  const key = slug.toLowerCase();
  if (RESERVED_POST_SLUGS.includes(key)) return `The slug "${slug}" is reserved: the site uses it itself.`;
  const folder = getContentFolder();
  if (!existsSync(folder)) return `There is no content folder ${folder}.`;
  const posts = getFiles().posts.map(toPost);
  const other = posts.find((post) => post.slug.normalize('NFC').toLowerCase() === key);
  if (other)
    return `The slug "${slug}" is already used by ${other.file.file}. Choose another: --slug my-post.`;
  const lying = [slug, `${slug}.md`, `${slug}.mdx`].find((name) =>
    existsSync(path.join(folder, 'posts', name)),
  );
  if (lying !== undefined) return `posts/${lying} is already there. Choose another: --slug my-post.`;
  const claimed = posts.find(({ values }) =>
    values.aliases?.some((alias) => decodeParam(alias) === decodeParam(postPath(slug))),
  );
  if (claimed) return `The address is an alias of ${claimed.file.file}. Choose another: --slug my-post.`;
  return undefined;
}

function formatPost({ title, description, tags }: Wanted): string {
  const fields = [
    `title: ${toScalar(title)}`,
    `description:${description === '' ? '' : ` ${toScalar(description)}`}`,
    ...(tags.length > 0 ? [`tags: [${tags.map((name) => toScalar(name, true)).join(', ')}]`] : []),
    'draft: true',
  ];
  return `---\n${fields.join('\n')}\n---\n\n`;
}
