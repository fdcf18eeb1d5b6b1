/// The tables of `desk.db`, and the numbers that say which program may read them.
enum Schema {
  /// `PRAGMA application_id`: "FDsk".
  static let application = 0x4644_736B
  /// `PRAGMA user_version`: the format of the log. A higher one is refused.
  static let format = 2
  /// The format of `live`, `history` and the search index; any other one is rebuilt.
  static let derived = 18

  /// How many KiB of pages a connection keeps.
  static let cacheSize = 8192

  static let log = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE event (
      position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL,
      schema INTEGER NOT NULL, occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
      command BLOB NOT NULL, seq INTEGER NOT NULL, actor TEXT NOT NULL, desk TEXT NOT NULL, cause TEXT,
      payload TEXT NOT NULL, digest BLOB, hash BLOB NOT NULL,
      UNIQUE (stream, version)) STRICT;

    """ + guards + vault + vaultIndex

  /// What `rebuild` makes anew when it is missing; the triggers are for other tools than this program.
  static let guards = """
    CREATE UNIQUE INDEX IF NOT EXISTS event_by_command ON event (command, seq);
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
    CREATE TRIGGER event_leaves_no_gap BEFORE INSERT ON event
      WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event)
      BEGIN SELECT RAISE(ABORT, 'positions have no gaps'); END;

    """

  /// Names and phones, sealed; `household` is the place somebody belongs to in the directory.
  static let vault = """
    CREATE TABLE vault (id TEXT PRIMARY KEY, household TEXT, sealed BLOB NOT NULL) STRICT;

    """

  static let vaultIndex = """
    CREATE INDEX IF NOT EXISTS vault_by_household ON vault (household) WHERE household IS NOT NULL;

    """

  /// Everything that is computed from the events. `history.row` is the position of the ticket's report. Urgency, stage and assignee are
  /// NULL while a ticket is open: `live` has them, so that only its report and its end cost a row here. `live` keeps its rowid: without
  /// one, a quarter of a page is all that a row may take before SQLite moves the rest of it to pages of its own.
  static let derivedTables = """
    CREATE TABLE live (stream TEXT PRIMARY KEY, version INTEGER NOT NULL, state TEXT NOT NULL) STRICT;
    CREATE TABLE history (
      row INTEGER PRIMARY KEY, kind TEXT NOT NULL, number INTEGER NOT NULL, place TEXT NOT NULL,
      category TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, channel TEXT NOT NULL,
      urgency TEXT, stage TEXT, assignee TEXT, reported_at INTEGER NOT NULL,
      closed_at INTEGER, due_at INTEGER, log TEXT, log_number TEXT, reopenings TEXT, contact TEXT,
      reading TEXT) STRICT;
    CREATE TABLE term (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5 (body, content = '', columnsize = 0, tokenize = 'ascii');

    """

  /// Apart, because a rebuild fills the table first.
  static let derivedIndexes = """
    CREATE INDEX history_by_report ON history (reported_at);
    CREATE INDEX history_by_log ON history (log_number, log) WHERE log_number IS NOT NULL;

    """

  static let dropDerived = """
    DROP TABLE IF EXISTS live; DROP TABLE IF EXISTS history; DROP TABLE IF EXISTS term;
    DROP TABLE IF EXISTS words;

    """
}
