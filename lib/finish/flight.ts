/** A client component that a page's flight data refers to: the module's id and the export's name. */
export interface ClientReference {
  readonly id: string;
  readonly name: string;
}

/** Rows whose payload has its length in bytes before it (React's ReactFlightClient, `processBinaryChunk`). */
const SIZED_ROWS = new Set('TAOoUSsLlGgMmVb');
/** Rows with a tag of one letter that run to the end of their line. */
const TAGGED_ROWS = new Set('IHEWNDXRrCPtQ');

/**
 * The client components that inline flight scripts (`self.__next_f.push([…])`) refer to, in order of appearance.
 * Text of the page inside the data is never mistaken for a row. Throws on data of an unknown form.
 */
export function parseClientReferences(scripts: readonly string[]): ClientReference[] {
  const data = Buffer.concat(scripts.map(readPush));
  const references: ClientReference[] = [];
  for (const { tag, start, end } of splitRows(data)) {
    if (tag === 'I') references.push(toReference(data.toString('utf8', start, end)));
  }
  return references;
}

/** The data that one inline script passes on: `[0]` opens the stream, `[1, text]` and `[3, base64]` are data. */
function readPush(script: string): Buffer {
  const call =
    /^\(?(?:self\.__next_f\s*=\s*self\.__next_f\s*\|\|\s*\[\]\)?|self\.__next_f)\.push\((\[.*\])\);?$/s.exec(
      script.trim(),
    );
  if (!call?.[1]) throw new Error('an inline script with flight data of an unknown form');
  const [kind, text] = JSON.parse(call[1]) as [number, string?];
  if (kind === 1) return Buffer.from(text ?? '', 'utf8');
  if (kind === 3) return Buffer.from(text ?? '', 'base64');
  return Buffer.alloc(0);
}

/** Where a row has its payload. */
interface Row {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

function* splitRows(data: Buffer): Generator<Row> {
  let at = 0;
  while (at < data.length) {
    const colon = data.indexOf(':', at);
    const id = data.toString('latin1', at, colon);
    if (colon === -1 || !/^[0-9a-f]*$/.test(id)) throw new Error(`flight data with a row of an unknown form`);
    const tag = String.fromCharCode(data[colon + 1] ?? 0);
    if (SIZED_ROWS.has(tag)) {
      const comma = data.indexOf(',', colon);
      const size = Number.parseInt(data.toString('latin1', colon + 2, comma), 16);
      if (comma === -1 || !Number.isFinite(size)) throw new Error('flight data with a row of unknown length');
      at = comma + 1 + size;
      continue;
    }
    const isTagged = TAGGED_ROWS.has(tag);
    if (!isTagged && !/[[{"\dtfn-]/.test(tag))
      throw new Error(`flight data with a row of the unknown kind "${tag}"`);
    const end = data.indexOf('\n', colon);
    const stop = end === -1 ? data.length : end;
    yield { tag: isTagged ? tag : '', start: colon + (isTagged ? 2 : 1), end: stop };
    at = stop + 1;
  }
}

/** `[id, chunks, name, async?]` */
function toReference(payload: string): ClientReference {
  const [id, , name] = JSON.parse(payload) as [unknown, unknown, unknown];
  return { id: String(id), name: String(name) };
}
