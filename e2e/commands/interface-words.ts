import { Parser } from 'htmlparser2';
import { en } from '@/lib/site/strings/en';
import { findMessages } from '@/lib/site/strings/languages';
import type { Message } from '@/lib/site/strings/messages';

/** The languages whose words must not be on pages in another: the one all were translated from, and that of the blog. */
const OTHERS = ['en', 'de'];

/** What a page says in its own language: its texts, and the attributes that are read out or shown. */
export function listInterfaceWords(html: string): { language: string; words: string[] } {
  const words: string[] = [];
  const languages: string[] = [];
  let skipped = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      languages.push(attributes.lang ?? languages.at(-1) ?? '');
      if (name === 'style' || (name === 'script' && attributes.type === undefined)) skipped += 1;
      if (languages.at(-1) !== languages[0]) return;
      if (name === 'meta' && attributes.content) words.push(attributes.content);
      for (const [key, value] of Object.entries(attributes))
        if (/^(aria-label|aria-description|title|alt|placeholder|label|data-.+)$/.test(key))
          words.push(value);
    },
    ontext(text) {
      if (skipped === 0 && languages.at(-1) === languages[0]) words.push(...text.split(/[\n"\\]+/));
    },
    onclosetag(name) {
      languages.pop();
      if (name === 'style' || name === 'script') skipped = Math.max(0, skipped - 1);
    },
  });
  parser.end(html);
  return {
    language: /<html[^>]*? lang="([^"]*)"/.exec(html)?.[1] ?? '',
    words: words.map((word) => word.trim()),
  };
}

/** Those of the words that another language of the interface says, and the language at hand does not. */
export function findForeignWords(words: readonly string[], language: string): string[] {
  const own = findMessages(language);
  const others = OTHERS.map((other) => findMessages(other)).filter((messages) => messages !== own);
  const isOwn = toTest(Object.values(own ?? {}));
  const isForeign = toTest(others.flatMap((messages) => Object.values(messages ?? en)));
  return [...new Set(words)].filter((word) => isForeign(word) && !isOwn(word));
}

/** Whether a text is one of some messages, with whatever values. */
function toTest(messages: readonly Message[]): (text: string) => boolean {
  const patterns = messages
    .flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message)))
    // A text with a link is in several parts.
    .flatMap((message) => message.split(/<\/?\w+>/))
    .map((message) => message.trim())
    .filter((message) => /\p{L}{2}/u.test(message.replace(/\{\w+\}/g, '')))
    .map((message) => message.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+?'));
  const pattern = new RegExp(`^(?:${patterns.join('|')})$`, 'u');
  return (text) => /\p{L}{2}/u.test(text) && pattern.test(text);
}
