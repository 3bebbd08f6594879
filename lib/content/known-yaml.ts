import { createDiskCache } from '../cache/disk-cache';
import { createProcessCache } from '../cache/process-cache';
import { type ParsedYaml, parseYaml, type YamlPath, type YamlValue } from './yaml';

/**
 * As `parseYaml`, in a tenth of the time for a text that an earlier run found nothing wrong with. That one is parsed
 * when somebody asks where in it something stands.
 */
export function readYaml(text: string, subject: string): ParsedYaml {
  const memory = getMemory();
  const { used } = memory;
  if (!used) return parseYaml(text, subject);
  memory.known ??= readKnown();
  const entry = memory.known.get(text);
  if (entry) {
    used.set(text, entry);
    return toParsed(entry, () => parseYaml(text, subject));
  }
  const parsed = parseYaml(text, subject);
  if (parsed.problems.length > 0 || parsed.comments.length > 0) return parsed;
  memory.hasNew = true;
  used.set(text, { value: parsed.value, quoted: listQuoted(parsed) });
  return parsed;
}

/** Leaves what was read so far to the next run, once: a process that goes on for longer reads few texts again. */
export function keepYaml(): void {
  const memory = getMemory();
  if (!memory.used) return;
  if (memory.hasNew) disk.write(KEY, JSON.stringify([...memory.used]));
  memory.known = undefined;
  memory.used = undefined;
}

/** What there is to know about a text without problems and comments. */
interface KnownYaml {
  /** Absent where the text is empty. */
  readonly value?: YamlValue | undefined;
  /** The fields whose values are written in quotes. */
  readonly quoted: readonly string[];
}

interface Memory {
  /** What the last run has left, by text; undefined before the first text is read. */
  known: ReadonlyMap<string, KnownYaml> | undefined;
  /** What this process has read; undefined once it is kept. */
  used: Map<string, KnownYaml> | undefined;
  hasNew: boolean;
}

const disk = createDiskCache('front-matter', 'lib/content/yaml.ts');

/** One entry: it holds the content of the last run that read anything new, so that it does not grow. */
const KEY = 'all';

const memories = createProcessCache<typeof KEY, Memory>('known front matter');

function getMemory(): Memory {
  return memories.getOrCreate(KEY, () => ({ known: undefined, used: new Map(), hasNew: false }));
}

function readKnown(): Map<string, KnownYaml> {
  return new Map(JSON.parse(disk.read(KEY)?.toString('utf8') ?? '[]'));
}

function toParsed({ value, quoted }: KnownYaml, parse: () => ParsedYaml): ParsedYaml {
  let parsed: ParsedYaml | undefined;
  const load = () => {
    parsed ??= parse();
    return parsed;
  };
  return {
    value,
    problems: [],
    comments: [],
    place: (path, part) => load().place(path, part),
    has: (path) => load().has(path),
    isQuoted: (path) => (isField(path) ? quoted.includes(path[0]) : load().isQuoted(path)),
  };
}

function isField(path: YamlPath): path is [string] {
  return path.length === 1 && typeof path[0] === 'string';
}

function listQuoted({ value, isQuoted }: ParsedYaml): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.keys(value).filter((field) => isQuoted([field]));
}
