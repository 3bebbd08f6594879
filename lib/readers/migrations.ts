/** Each step of the schema, in order; a step that was released is never changed. The number of a step is its place, from 1. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
    `CREATE TABLE comments (
      id TEXT PRIMARY KEY,
      post TEXT NOT NULL,
      parent TEXT REFERENCES comments (id),
      name TEXT NOT NULL,
      body TEXT NOT NULL,
      html TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      created INTEGER NOT NULL,
      edited INTEGER,
      by_author INTEGER NOT NULL,
      writer TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX comments_of_post ON comments (post, state, created)`,
    `CREATE INDEX comments_in_state ON comments (state, created)`,
    `CREATE INDEX comments_of_writer ON comments (writer, state)`,
    `CREATE TABLE decisions (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      comment TEXT NOT NULL,
      state_before TEXT NOT NULL,
      reason_before TEXT,
      at INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE attempts (key TEXT NOT NULL, at INTEGER NOT NULL) STRICT`,
    `CREATE INDEX attempts_by_key ON attempts (key, at)`,
    `CREATE TABLE drafts (id TEXT PRIMARY KEY, data TEXT NOT NULL, expires INTEGER NOT NULL) STRICT`,
    `CREATE TABLE keys (
      hash TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      mail TEXT NOT NULL,
      expires INTEGER NOT NULL
    ) STRICT`,
  ],
  [
    `CREATE TABLE thanks (post TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT`,
    // Of a day, after which nobody can find out whose they were.
    `CREATE TABLE thanked (reader TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT`,
  ],
  [
    // Of who wrote it, if they like: with it they can see and erase what they wrote.
    `ALTER TABLE comments ADD COLUMN mail TEXT`,
    `CREATE INDEX comments_of_mail ON comments (mail) WHERE mail IS NOT NULL`,
  ],
  [
    // Of what was written on another site.
    `ALTER TABLE comments ADD COLUMN kind TEXT`,
    `ALTER TABLE comments ADD COLUMN source TEXT`,
    `ALTER TABLE comments ADD COLUMN url TEXT`,
    `ALTER TABLE comments ADD COLUMN website TEXT`,
    `CREATE TABLE queued_mentions (
      source TEXT NOT NULL,
      target TEXT NOT NULL,
      post TEXT NOT NULL,
      added INTEGER NOT NULL,
      tries INTEGER NOT NULL,
      due INTEGER NOT NULL,
      PRIMARY KEY (source, target)
    ) STRICT`,
    `CREATE INDEX queued_mentions_due ON queued_mentions (due)`,
  ],
  [
    `CREATE TABLE subscribers (
      id TEXT PRIMARY KEY,
      mail TEXT NOT NULL UNIQUE,
      section TEXT NOT NULL,
      tag TEXT,
      state TEXT NOT NULL,
      asked INTEGER NOT NULL,
      confirmed INTEGER,
      reason TEXT
    ) STRICT`,
    // What was begun to be sent by mail, and to whom: nobody gets it twice.
    `CREATE TABLE newsletters (post TEXT PRIMARY KEY, begun INTEGER NOT NULL) STRICT`,
    `CREATE TABLE deliveries (
      post TEXT NOT NULL REFERENCES newsletters (post),
      subscriber TEXT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
      state TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (post, subscriber)
    ) STRICT`,
    `CREATE INDEX deliveries_in_state ON deliveries (post, state, at)`,
  ],
  [
    // What was done about the links of posts to other sites.
    `CREATE TABLE sent_mentions (
      post TEXT NOT NULL,
      source TEXT NOT NULL,
      target TEXT NOT NULL,
      digest TEXT NOT NULL,
      state TEXT NOT NULL,
      endpoint TEXT,
      at INTEGER NOT NULL,
      PRIMARY KEY (post, target)
    ) STRICT`,
  ],
  [
    // How often a post was read, a site led here, or a search found nothing. The day is empty for the sum of those that are too old.
    `CREATE TABLE reads (
      day TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      number INTEGER NOT NULL,
      PRIMARY KEY (day, kind, name)
    ) STRICT, WITHOUT ROWID`,
    // Of a day, as with thanks.
    `CREATE TABLE read_today (reader TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT`,
  ],
  [
    // Threads are read page by page, oldest or newest first, and answers by what they answer.
    `CREATE INDEX threads_of_post ON comments (post, created, id, kind) WHERE parent IS NULL AND state = 'approved'`,
    `CREATE INDEX answers_of_comment ON comments (parent, created) WHERE parent IS NOT NULL`,
    `CREATE INDEX decisions_of_comment ON decisions (comment, at)`,
  ],
  [
    // Who gave a mail address and has answers by mail; what was mailed to them, so that nobody gets it twice.
    `CREATE TABLE followers (
      id TEXT PRIMARY KEY,
      mail TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL,
      asked INTEGER NOT NULL,
      confirmed INTEGER
    ) STRICT`,
    `CREATE TABLE stopped_threads (follower TEXT NOT NULL, thread TEXT NOT NULL, PRIMARY KEY (follower, thread)) STRICT`,
    `CREATE TABLE answer_mails (
      comment TEXT NOT NULL,
      follower TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (comment, follower)
    ) STRICT`,
  ],
  [
    // Of whom no comments are taken: by a comment of theirs, with hashes of what they are known by.
    `CREATE TABLE bans (
      comment TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      writer TEXT NOT NULL,
      mail TEXT,
      at INTEGER NOT NULL
    ) STRICT`,
  ],
  [
    // Deleted comments have a place among the threads while there are answers to them. The index of before is for an engine of before,
    // which answers until this one is online.
    `CREATE INDEX shown_threads_of_post ON comments (post, created, id, kind, state) WHERE parent IS NULL AND state IN ('approved', 'deleted')`,
  ],
];
