import { getSourceState } from './engine-version';

/** Values by key for as long as the process runs. A promise that rejects is not kept. */
export interface ProcessCache<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  getOrCreate(key: Key, create: () => Value): Value;
  delete(key: Key): void;
}

/**
 * A cache that all of the process shares, by its name: Next loads the engine several times into it, for its settings,
 * its pages and its routes, and none of them should make what another has made. Emptied by newer code of the engine,
 * and beyond `max` entries of the oldest. Its values are plain data: a class is another one in each loading.
 */
export function createProcessCache<Key, Value>(
  name: string,
  { max = Number.POSITIVE_INFINITY }: { readonly max?: number } = {},
): ProcessCache<Key, Value> {
  const emptiedBy = max === Number.POSITIVE_INFINITY ? 'newer code' : `newer code, and beyond ${max} entries`;
  const box = holdBox(name, emptiedBy, () => new Map<Key, Value>());
  const set = (key: Key, value: Value) => {
    box.map.set(key, value);
    for (const oldest of box.map.keys()) {
      if (box.map.size <= max) break;
      box.map.delete(oldest);
    }
  };
  return toCache(box, set);
}

/** The same for keys that are objects: an entry goes with its key (an index, a document, a file). */
export function createWeakProcessCache<Key extends object, Value>(name: string): ProcessCache<Key, Value> {
  const box = holdBox(name, 'newer code, and the end of its keys', () => new WeakMap<Key, Value>());
  return toCache(box, (key, value) => void box.map.set(key, value));
}

/**
 * What the process goes on with whatever happens to its code: a watcher, what was read, what was reported. Made once
 * for a name; nothing empties it.
 */
export function createProcessState<Value extends object>(name: string, create: () => Value): Value {
  return hold(name, 'nothing', '', create);
}

/** Every cache and state of the process that was used so far, and what empties it. */
export function listProcessCaches(): { readonly name: string; readonly emptiedBy: string }[] {
  return [...holders].map(([name, { emptiedBy }]) => ({ name, emptiedBy }));
}

/** Empties every cache; states stay. What comes next is made as by a process that has just started. */
export function emptyProcessCaches(): void {
  for (const { value } of holders.values()) if (isBox(value)) value.map = value.create();
}

interface Holder {
  readonly emptiedBy: string;
  /** Of the code that made the value. */
  readonly sourceState: string;
  readonly value: object;
}

const shared = globalThis as typeof globalThis & { __colophon?: Map<string, Holder> };
shared.__colophon ??= new Map();
const holders = shared.__colophon;

function hold<Value extends object>(
  name: string,
  emptiedBy: string,
  sourceState: string,
  create: () => Value,
): Value {
  const known = holders.get(name);
  if (known?.sourceState === sourceState) return known.value as Value;
  const value = create();
  holders.set(name, { emptiedBy, sourceState, value });
  return value;
}

interface Store<Key, Value> {
  get(key: Key): Value | undefined;
  delete(key: Key): boolean;
}

/** A weak map cannot be emptied, but replaced. */
interface Box<Map> {
  readonly create: () => Map;
  map: Map;
}

function isBox(value: object): value is Box<unknown> {
  return 'create' in value && 'map' in value;
}

function holdBox<Map>(name: string, emptiedBy: string, create: () => Map): Box<Map> {
  return hold(name, emptiedBy, getSourceState(), () => ({ create, map: create() }));
}

function toCache<Key, Value>(
  box: Box<Store<Key, Value>>,
  set: (key: Key, value: Value) => void,
): ProcessCache<Key, Value> {
  const remove = (key: Key) => void box.map.delete(key);
  return {
    get: (key) => box.map.get(key),
    set,
    delete: remove,
    getOrCreate: (key, create) => {
      const known = box.map.get(key);
      if (known !== undefined) return known;
      const value = create();
      set(key, value);
      if (value instanceof Promise) value.catch(() => box.map.get(key) === value && remove(key));
      return value;
    },
  };
}
