#pragma once
#include <sqlite3.h>

/// SQLite's "copy the bytes now" destructor: a macro with a cast, invisible to Swift.
static inline sqlite3_destructor_type frontdesk_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Variadic in C, so it needs a door: extended result codes, defensive mode and the like.
static inline int frontdesk_sqlite_config(sqlite3 *db, int option, int value) {
  return sqlite3_db_config(db, option, value, (int *)0);
}
