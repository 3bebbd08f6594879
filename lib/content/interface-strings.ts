import { createWeakProcessCache } from '../cache/process-cache';
import { en, type MessageName } from '../site/strings/en';
import { findMessages, LANGUAGES } from '../site/strings/languages';
import { type Message, type Messages, parseMessage, type Strings } from '../site/strings/messages';
import { completeProblems, createReporter, type Problem, placeAt } from './problems';
import { suggest } from './suggest';
import type { TextFile } from './text-file';
import { type ParsedYaml, parseYaml } from './yaml';

export interface ParsedStrings {
  readonly strings: Strings;
  readonly problems: readonly Problem[];
}

const REMEDY =
  'Write  name: text  in each line; the names and their English texts are listed in lib/site/strings/en.ts.';

const NAMES = Object.keys(en) as MessageName[];

/**
 * The interface strings in the language of the settings, with those of `strings.yml` in place of the engine's. Never
 * throws; a string that is wrong is a problem, and the engine's stands.
 */
export function parseStrings(
  file: TextFile | undefined,
  language: string,
  settings: TextFile | undefined,
): ParsedStrings {
  const found = findMessages(language);
  const own = file === undefined ? NONE : getOwn(file, language);
  const messages: Messages = { ...(found ?? en), ...own.messages };
  const isMissing = found === undefined && NAMES.some((name) => own.messages[name] === undefined);
  const missing = isMissing && settings ? [reportLanguage(language, settings)] : [];
  return { strings: { language, messages }, problems: [...missing, ...own.problems] };
}

interface OwnStrings {
  readonly messages: Partial<Messages>;
  readonly problems: readonly Problem[];
}

const NONE: OwnStrings = { messages: {}, problems: [] };

function getOwn(file: TextFile, language: string): OwnStrings {
  const byLanguage = cache.getOrCreate(file, () => new Map());
  const own = byLanguage.get(language) ?? readOwn(file, language);
  byLanguage.set(language, own);
  return own;
}

const cache = createWeakProcessCache<TextFile, Map<string, OwnStrings>>('interface strings');

function readOwn(file: TextFile, language: string): OwnStrings {
  const yaml = parseYaml(file.source, 'The file');
  const report = createReporter(file.file, file.source);
  const problems = [...file.problems, ...completeProblems(yaml.problems, file.file, file.source)];
  const { value } = yaml;
  if (value === undefined || value === '') return { messages: {}, problems };
  if (typeof value === 'string' || Array.isArray(value)) {
    const message = 'The file does not list strings by name.';
    return { messages: {}, problems: [...problems, report(yaml.place([]), 'error', message, REMEDY)] };
  }
  const messages: Partial<Record<MessageName, Message>> = {};
  for (const [name, given] of Object.entries(value)) {
    const place = yaml.place([name], 'key');
    if (!isName(name)) {
      const near = suggest(name, NAMES);
      const question = near === undefined ? '' : ` Did you mean "${near}"?`;
      problems.push(report(place, 'error', `There is no string "${name}".${question}`, REMEDY));
      continue;
    }
    const fault = findFault(name, given, language);
    if (fault === undefined) messages[name] = given as Message;
    else problems.push(report(placeOf(yaml, name), 'error', `"${name}" ${fault.what}.`, fault.remedy));
  }
  return { messages, problems };
}

function isName(name: string): name is MessageName {
  return Object.hasOwn(en, name);
}

function placeOf(yaml: ParsedYaml, name: string) {
  return yaml.place([name]);
}

function findFault(
  name: MessageName,
  given: unknown,
  language: string,
): { what: string; remedy: string } | undefined {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const english: Message = en[name];
  if (typeof given !== 'string') {
    if (typeof english === 'string') return { what: 'must be text', remedy: 'Write one text.' };
    const keys =
      typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.keys(given) : [];
    if (!keys.includes('other') || keys.some((key) => !forms.includes(key as Intl.LDMLPluralRule))) {
      const list = forms.join(', ');
      const what = `must be text, or a text for each plural form of the language: ${list}`;
      return { what, remedy: `Write ${name} with ${list} below it.` };
    }
  }
  const texts = typeof given === 'string' ? [given] : Object.values(given as Record<string, unknown>);
  if (texts.some((text) => typeof text !== 'string' || text.trim() === ''))
    return { what: 'is empty', remedy: 'Write the text, or remove the line for that of the engine.' };
  const known = listSlots(english);
  const unknown = listSlots(given as Message).find((slot) => !known.includes(slot));
  if (unknown === undefined) return undefined;
  const remedy =
    known.length > 0
      ? `It can have ${known.join(', ')}.`
      : 'It has no values and no links: write text alone.';
  return { what: `has ${unknown}, which this string does not know`, remedy };
}

/** The values and links of a message, as they are written. */
function listSlots(message: Message): string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  const slots = texts
    .flatMap(parseMessage)
    .flatMap((part) =>
      typeof part === 'string' ? [] : 'value' in part ? `{${part.value}}` : `<${part.link}>`,
    );
  return [...new Set(slots)];
}

function reportLanguage(language: string, { file, source }: TextFile): Problem {
  const list = Object.keys(LANGUAGES).join(', ');
  return createReporter(file, source)(
    placeAt(source, Math.max(source.indexOf('language'), 0)),
    'warning',
    `The interface is not in "${language}": it is shown in English.`,
    `Write the strings in strings.yml beside site.ts, or choose one of ${list}.`,
  );
}
