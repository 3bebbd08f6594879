import { randomBytes } from 'node:crypto';
import type { Client, InStatement, ResultSet, Row } from '@libsql/client';
import type { Comment, CommentState } from './comment';
import { openDatabase } from './database';
import { LIMITS } from './limits';
import type { Mention, MentionKind } from './mentions/mention';
import { retryWhileBusy } from './retry-while-busy';
import { toSearchCondition } from './search-comments';
import { forgetStatements } from './store-reads';

/** A key that somebody holds: a link that was mailed, or the session of a moderator. */
export interface Key {
  /** Of what they hold: whoever reads the database learns no key. */
  readonly hash: string;
  readonly kind: 'link' | 'session' | 'data';
  readonly mail: string;
  readonly expires: number;
}

/**
 * What readers wrote. SQL is here and in the files named `store-…` beside it alone. Writes go through `batch`: an open transaction and a second write of
 * one process block each other.
 */
export class Store {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** Throws where there is no database. */
  static async open(): Promise<Store> {
    return new Store(await openDatabase());
  }

  close(): void {
    this.#client.close();
  }

  /** What signatures are made with: made once, and the same for all processes. */
  async getSecret(): Promise<string> {
    const made = randomBytes(32).toString('base64url');
    await this.write([{ sql: `INSERT OR IGNORE INTO settings VALUES ('secret', ?)`, args: [made] }]);
    const { rows } = await this.#client.execute(`SELECT value FROM settings WHERE name = 'secret'`);
    return String(rows[0]?.value);
  }

  /** `writer` is who wrote it, as far as limits have to know; `mail` an address that they gave. False where it is there already. */
  async addComment(comment: Comment, writer: string, mail?: string): Promise<boolean> {
    const { id, post, parent = null, name, body, html, state, reason = null, created, isByAuthor } = comment;
    const [{ rowsAffected = 0 } = {}] = await this.write([
      {
        sql: `INSERT INTO comments (id, post, parent, name, body, html, state, reason, created, by_author, writer, mail)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
        args: [
          ...[id, post, parent, name, body, html, state, reason, created],
          ...[isByAuthor ? 1 : 0, writer, mail ?? null],
        ],
      },
    ]);
    return rowsAffected > 0;
  }

  /** Who wrote a comment, as far as limits have to know. */
  async findWriter(id: string): Promise<string | undefined> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT writer FROM comments WHERE id = ?',
      args: [id],
    });
    return rows[0] && String(rows[0].writer);
  }

  async findComment(id: string): Promise<Comment | undefined> {
    const { rows } = await this.#client.execute({ sql: 'SELECT * FROM comments WHERE id = ?', args: [id] });
    return rows[0] && toComment(rows[0]);
  }

  /** What a writer wrote below a post and readers do not see, oldest first. */
  async listOfWriter(writer: string, post: string): Promise<Comment[]> {
    const { rows } = await this.#client.execute({
      sql: `SELECT * FROM comments WHERE writer = ? AND post = ? AND state IN ('held', 'refused') ORDER BY created, id`,
      args: [writer, post],
    });
    return rows.map(toComment);
  }

  /** Comments in a state, or in any, newest first; of a search those that have all its words. */
  async listInState(
    state: CommentState | undefined,
    { limit, offset = 0, search = '' }: { limit: number; offset?: number; search?: string },
  ): Promise<Comment[]> {
    const found = toSearchCondition(search);
    const { rows } = await this.#client.execute({
      sql: `SELECT * FROM comments WHERE ${state === undefined ? IS_FILLED : `${IS_FILLED} AND state = ?`}${found.sql} ORDER BY created DESC, id LIMIT ? OFFSET ?`,
      args: [...(state === undefined ? [] : [state]), ...found.args, limit, offset],
    });
    return rows.map(toComment);
  }

  async countByState(search = ''): Promise<ReadonlyMap<CommentState, number>> {
    const found = toSearchCondition(search);
    const { rows } = await this.#client.execute({
      sql: `SELECT state, count(*) AS number FROM comments WHERE ${IS_FILLED}${found.sql} GROUP BY state`,
      args: [...found.args],
    });
    return new Map(rows.map(({ state, number }) => [state as CommentState, Number(number)]));
  }

  /** Whether something of this writer was approved, and nothing taken for spam. */
  async isKnown(writer: string): Promise<boolean> {
    const { rows } = await this.#client.execute({
      sql: `SELECT sum(state = 'approved') AS good, sum(state = 'spam') AS bad FROM comments WHERE writer = ?`,
      args: [writer],
    });
    return Number(rows[0]?.good ?? 0) > 0 && Number(rows[0]?.bad ?? 0) === 0;
  }

  /** Decides on a comment, and keeps what was before. False where there is none, or where it is so already. */
  async decide(id: string, state: CommentState, reason?: string): Promise<boolean> {
    const [, { rowsAffected = 0 } = {}] = await this.write([
      {
        sql: `INSERT INTO decisions (comment, state_before, reason_before, at) SELECT id, state, reason, ? FROM comments WHERE id = ? AND state <> ? AND ${IS_FILLED}`,
        args: [Date.now(), id, state],
      },
      {
        sql: `UPDATE comments SET state = ?, reason = ? WHERE id = ? AND state <> ? AND ${IS_FILLED}`,
        args: [state, reason ?? null, id, state],
      },
    ]);
    return rowsAffected > 0;
  }

  /** Takes back the last decision on a comment. False where there is none. */
  async undo(id: string): Promise<boolean> {
    const last = `(SELECT number FROM decisions WHERE comment = ?1 ORDER BY number DESC LIMIT 1)`;
    const [{ rowsAffected = 0 } = {}] = await this.write([
      {
        sql: `UPDATE comments SET (state, reason) = (SELECT state_before, reason_before FROM decisions WHERE number = ${last}) WHERE id = ?1 AND EXISTS ${last}`,
        args: [id],
      },
      { sql: `DELETE FROM decisions WHERE number = ${last}`, args: [id] },
    ]);
    return rowsAffected > 0;
  }

  /** When the last decision on a comment was made; undefined where nobody has decided. */
  async findDecisionTime(id: string): Promise<number | undefined> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT max(at) AS at FROM decisions WHERE comment = ?',
      args: [id],
    });
    return rows[0]?.at == null ? undefined : Number(rows[0].at);
  }

  /** False where a moderator has decided against the comment meanwhile, which its writer does not overturn. */
  async changeText(
    id: string,
    { body, html, state }: Pick<Comment, 'body' | 'html' | 'state'>,
  ): Promise<boolean> {
    const [{ rowsAffected = 0 } = {}] = await this.write([
      {
        sql: `UPDATE comments SET body = ?, html = ?, state = ?, edited = ? WHERE id = ? AND state IN ('held', 'approved')`,
        args: [body, html, state, Date.now(), id],
      },
    ]);
    return rowsAffected > 0;
  }

  /**
   * Erases a comment for good: what was typed, who it was, and the decisions on it. Where answers hang below it an empty row stays,
   * which pages show above them unless a moderator decided against it. False where there is none, or, `ifShown`, where a moderator
   * has decided against it meanwhile.
   */
  async erase(id: string, { ifShown = false } = {}): Promise<boolean> {
    const found = await this.findComment(id);
    if (!found?.name || (ifShown && found.state !== 'held' && found.state !== 'approved')) return false;
    await this.write([...eraseStatements(id), ...FORGET_FOLLOWERS]);
    return true;
  }

  /** Erases everything that the writer of a comment wrote; gives how many comments those were. */
  async eraseWriter(id: string): Promise<number> {
    const writer = await this.findWriter(id);
    if (!writer) return 0;
    const { rows } = await this.#client.execute({
      sql: 'SELECT id FROM comments WHERE writer = ?',
      args: [writer],
    });
    await this.write([...rows.flatMap((row) => eraseStatements(String(row.id))), ...FORGET_FOLLOWERS]);
    return rows.length;
  }

  /** Counts what one key did since a time, this time included; no more than `LIMITS.counted`, so that a flood fills no disk. */
  async countAttempt(key: string, since: number): Promise<number> {
    const count = 'SELECT count(*) AS number FROM attempts WHERE key = ?1 AND at >= ?2';
    const [, counted] = await this.write([
      {
        sql: `INSERT INTO attempts SELECT ?1, ?3 WHERE (${count}) < ?4`,
        args: [key, since, Date.now(), LIMITS.counted],
      },
      { sql: count, args: [key, since] },
    ]);
    return Number(counted?.rows[0]?.number ?? 0);
  }

  /**
   * What addresses are hashed with on a day, the same for all processes. That of the days before is deleted, with all that has
   * expired since: attempts, drafts, keys, mail addresses that nobody confirmed, comments that were deleted or spam for `LIMITS.trash`,
   * and days of reads.
   */
  async beginDay(day: string): Promise<string> {
    const now = Date.now();
    const name = `salt ${day}`;
    const made = randomBytes(32).toString('base64url');
    const old = `SELECT id FROM comments WHERE state IN ('deleted', 'spam') AND ${IS_FILLED} AND coalesce((SELECT max(at) FROM decisions WHERE comment = id), created) < ?`;
    const { rows } = await this.#client.execute({ sql: old, args: [now - LIMITS.trash] });
    const results = await this.write([
      { sql: `DELETE FROM settings WHERE name LIKE 'salt %' AND name < ?`, args: [name] },
      { sql: 'INSERT OR IGNORE INTO settings VALUES (?, ?)', args: [name, made] },
      { sql: 'DELETE FROM attempts WHERE at < ?', args: [now - DAY] },
      { sql: 'DELETE FROM thanked WHERE day < ?', args: [day] },
      ...forgetStatements(day),
      { sql: 'DELETE FROM drafts WHERE expires < ?', args: [now] },
      { sql: 'DELETE FROM keys WHERE expires < ?', args: [now] },
      { sql: 'DELETE FROM queued_mentions WHERE added < ?', args: [now - LIMITS.queued] },
      { sql: `DELETE FROM subscribers WHERE state = 'asked' AND asked < ?`, args: [now - LIMITS.confirming] },
      { sql: `DELETE FROM followers WHERE state = 'asked' AND asked < ?`, args: [now - LIMITS.confirming] },
      ...rows.flatMap(({ id }) => eraseStatements(String(id))),
      ...FORGET_FOLLOWERS,
      { sql: 'SELECT value FROM settings WHERE name = ?', args: [name] },
    ]);
    return String(results.at(-1)?.rows[0]?.value);
  }

  async keepDraft(id: string, data: string, expires: number): Promise<void> {
    await this.write([
      { sql: 'DELETE FROM drafts WHERE expires < ?', args: [Date.now()] },
      { sql: 'INSERT INTO drafts VALUES (?, ?, ?)', args: [id, data, expires] },
    ]);
  }

  async findDraft(id: string): Promise<string | undefined> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT data FROM drafts WHERE id = ? AND expires >= ?',
      args: [id, Date.now()],
    });
    return rows[0] && String(rows[0].data);
  }

  async addKey({ hash, kind, mail, expires }: Key): Promise<void> {
    await this.write([{ sql: 'INSERT INTO keys VALUES (?, ?, ?, ?)', args: [hash, kind, mail, expires] }]);
  }

  /** Whose key it is; undefined where it is none, or one of the past. */
  async findKey(hash: string, kind: Key['kind']): Promise<string | undefined> {
    const { rows } = await this.#client.execute({
      sql: 'SELECT mail FROM keys WHERE hash = ? AND kind = ? AND expires >= ?',
      args: [hash, kind, Date.now()],
    });
    return rows[0] && String(rows[0].mail);
  }

  /** The same for a key that is used up by it. */
  async takeKey(hash: string, kind: Key['kind']): Promise<string | undefined> {
    const [taken] = await this.write([
      {
        sql: 'DELETE FROM keys WHERE hash = ? AND kind = ? AND expires >= ? RETURNING mail',
        args: [hash, kind, Date.now()],
      },
    ]);
    return taken?.rows[0] && String(taken.rows[0].mail);
  }

  /** Rows of a query, for the other modules of the store. */
  async read(statement: InStatement): Promise<Row[]> {
    return (await this.#client.execute(statement)).rows;
  }

  /** Runs statements all or none, for the other modules of the store. Of a database elsewhere that writes for others just then it waits. */
  write(statements: InStatement[]): Promise<ResultSet[]> {
    return retryWhileBusy(() => this.#client.batch(statements, 'write'));
  }
}

/** Of what was erased a place can be there, without a name. */
const IS_FILLED = `name <> ''`;

const DAY = 24 * 60 * 60 * 1000;

/** Nobody answers where nothing was written: of a mail address without comments nothing is kept. */
const WITHOUT_COMMENTS = `SELECT id FROM followers WHERE NOT EXISTS (SELECT 1 FROM comments WHERE mail = followers.mail)`;

/** What has to follow `eraseStatements`. */
export const FORGET_FOLLOWERS: readonly InStatement[] = [
  `DELETE FROM stopped_threads WHERE follower IN (${WITHOUT_COMMENTS})`,
  `DELETE FROM answer_mails WHERE follower IN (${WITHOUT_COMMENTS})`,
  `DELETE FROM followers WHERE id IN (${WITHOUT_COMMENTS})`,
];

/** What makes a comment go for good, for the other modules of the store. */
export function eraseStatements(id: string): InStatement[] {
  return [
    { sql: 'DELETE FROM decisions WHERE comment = ?', args: [id] },
    { sql: 'DELETE FROM answer_mails WHERE comment = ?', args: [id] },
    {
      sql: `UPDATE comments SET name = '', body = '', html = '', writer = '', by_author = 0, mail = NULL, reason = NULL, edited = ?2, kind = NULL,
        source = NULL, url = NULL, website = NULL, state = CASE WHEN state IN ('refused', 'spam') THEN state ELSE 'deleted' END WHERE id = ?1`,
      args: [id, Date.now()],
    },
    {
      sql: 'DELETE FROM comments WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM comments AS answers WHERE answers.parent = ?1)',
      args: [id],
    },
    {
      sql: 'DELETE FROM stopped_threads WHERE thread = ?1 AND NOT EXISTS (SELECT 1 FROM comments WHERE id = ?1)',
      args: [id],
    },
  ];
}

export function toComment(row: Row): Comment {
  const { id, post, parent, name, body, html, state, reason, created, edited, by_author: isByAuthor } = row;
  const mention = toMention(row);
  return {
    ...{ id: String(id), post: String(post), name: String(name), body: String(body), html: String(html) },
    ...(parent !== null && { parent: String(parent) }),
    state: state as CommentState,
    ...(reason !== null && { reason: String(reason) }),
    created: Number(created),
    ...(edited !== null && { edited: Number(edited) }),
    isByAuthor: Number(isByAuthor) === 1,
    ...(mention && { mention }),
  };
}

function toMention({ kind, source, url, website }: Row): Mention | undefined {
  if (kind === null) return undefined;
  return {
    ...{ kind: kind as MentionKind, source: String(source), url: String(url) },
    ...(website !== null && { website: String(website) }),
  };
}
