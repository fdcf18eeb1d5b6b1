#pragma once
#include <sqlite3.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif

/// SQLite's "copy the bytes now" destructor: a macro with a cast, invisible to Swift.
static inline sqlite3_destructor_type frontdesk_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Variadic in C, so it needs a door: extended result codes, defensive mode and the like.
static inline int frontdesk_sqlite_config(sqlite3 *db, int option, int value) {
  return sqlite3_db_config(db, option, value, (int *)0);
}

#ifdef __linux__
/// The magic number of the file system a path lies on, 0 when it cannot be told: SQLite's locks do not hold on a network.
/// `sys/vfs.h` is not part of Swift's Glibc module.
static inline unsigned int frontdesk_file_system_type(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (unsigned int)status.f_type : 0;
}
#endif
