#pragma once
#include <sqlite3.h>
#include <time.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/vfs.h>
#endif

/// SQLite's "copy the bytes now" destructor: a macro with a cast, invisible to Swift.
static inline sqlite3_destructor_type frontdesk_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Variadic in C, so it needs a door: extended result codes, defensive mode and the like.
static inline int frontdesk_sqlite_config(sqlite3 *db, int option, int value) {
  return sqlite3_db_config(db, option, value, (int *)0);
}

/// Variadic in C. SQLite then counts no memory, which takes a lock at every allocation; only before the first connection.
static inline int frontdesk_sqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/// Sleeps for so long and not some 50 µs longer, as Linux does to save its timers.
static inline void frontdesk_pause(long nanoseconds) {
  struct timespec pause = {0, nanoseconds};
#ifdef __linux__
  int slack = prctl(PR_GET_TIMERSLACK);
  prctl(PR_SET_TIMERSLACK, 1000UL);
  nanosleep(&pause, 0);
  prctl(PR_SET_TIMERSLACK, (unsigned long)slack);
#else
  nanosleep(&pause, 0);
#endif
}

#ifdef __linux__
/// The magic number of the file system a path lies on, 0 when it cannot be told: SQLite's locks do not hold on a network.
/// `sys/vfs.h` is not part of Swift's Glibc module.
static inline unsigned int frontdesk_file_system_type(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (unsigned int)status.f_type : 0;
}
#endif
