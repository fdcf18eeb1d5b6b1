#include "CFaultyDisk.h"
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  sqlite3_file base;
  int log;
  sqlite3_file *real;
} wrapped;

static sqlite3_vfs *below;
static enum faulty_disk_fault fault;
static long steps, strike;
static int trace = -1;

void faulty_disk_arm(enum faulty_disk_fault kind, long after) {
  fault = kind;
  steps = 0;
  strike = after;
}

long faulty_disk_steps(void) { return steps; }

void faulty_disk_trace(const char *path) { trace = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600); }

static void note(long kind, long log, long offset, const void *bytes, long count) {
  long record[4] = {kind, log, offset, count};
  if (trace < 0) return;
  if (write(trace, record, sizeof record) != sizeof record) _exit(99);
  if (bytes && write(trace, bytes, count) != count) _exit(99);
}

void faulty_disk_mark(long number) { note(4, 0, number, 0, 0); }

enum touch { touch_lock, touch_sync, touch_log, touch_database };

/// Counts a step; the code it ends with.
static int step(enum touch touch) {
  int isWrite = touch == touch_log || touch == touch_database;
  long now = ++steps;
  if (fault == faulty_disk_kill && now == strike) kill(getpid(), SIGKILL);
  if (fault == faulty_disk_full && now >= strike && isWrite) return SQLITE_FULL;
  if (fault == faulty_disk_full_checkpoint && touch == touch_database) return SQLITE_FULL;
  int fails = (fault == faulty_disk_write_error && now >= strike && isWrite)
    || (fault == faulty_disk_sync_error && touch == touch_sync)
    || (fault == faulty_disk_checkpoint_error && touch == touch_database);
  if (!fails) return SQLITE_OK;
  fault = faulty_disk_none;
  return isWrite ? SQLITE_IOERR_WRITE : SQLITE_IOERR_FSYNC;
}

static sqlite3_file *real(sqlite3_file *file) { return ((wrapped *)file)->real; }

static int x_close(sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); }
static int x_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); }
static int x_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at) {
  int code = step(((wrapped *)f)->log ? touch_log : touch_database);
  if (code != SQLITE_OK) return code;
  note(1, ((wrapped *)f)->log, at, from, n);
  return real(f)->pMethods->xWrite(real(f), from, n, at);
}
static int x_truncate(sqlite3_file *f, sqlite3_int64 size) {
  int code = step(((wrapped *)f)->log ? touch_log : touch_database);
  if (code != SQLITE_OK) return code;
  note(3, ((wrapped *)f)->log, size, 0, 0);
  return real(f)->pMethods->xTruncate(real(f), size);
}
static int x_sync(sqlite3_file *f, int flags) {
  int code = step(touch_sync);
  if (code != SQLITE_OK) return code;
  note(2, ((wrapped *)f)->log, 0, 0, 0);
  return real(f)->pMethods->xSync(real(f), flags);
}
static int x_size(sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); }
static int x_lock(sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); }
static int x_unlock(sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
static int x_reserved(sqlite3_file *f, int *out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
static int x_control(sqlite3_file *f, int op, void *arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
static int x_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int x_traits(sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
static int x_shm_map(sqlite3_file *f, int page, int size, int grow, void volatile **out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, grow, out);
}
static int x_shm_lock(sqlite3_file *f, int offset, int n, int flags) {
  if (fault == faulty_disk_kill) step(touch_lock);
  return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
static void x_shm_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int x_shm_unmap(sqlite3_file *f, int drop) { return real(f)->pMethods->xShmUnmap(real(f), drop); }

static const sqlite3_io_methods methods = {
  2, x_close, x_read, x_write, x_truncate, x_sync, x_size, x_lock, x_unlock, x_reserved, x_control, x_sector, x_traits,
  x_shm_map, x_shm_lock, x_shm_barrier, x_shm_unmap, 0, 0,
};

static int x_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  wrapped *it = (wrapped *)file;
  (void)vfs;
  memset(it, 0, sizeof *it);
  it->real = (sqlite3_file *)(it + 1);
  it->log = (flags & SQLITE_OPEN_WAL) != 0;
  int code = below->xOpen(below, name, it->real, flags, out);
  // Temporary files of SQLite are no part of the record, but a copy in the making is.
  if (it->real->pMethods) it->base.pMethods = &methods;
  return code;
}

void faulty_disk_install(void) {
  static sqlite3_vfs vfs;
  below = sqlite3_vfs_find(0);
  vfs = *below;
  vfs.zName = "faulty";
  vfs.pNext = 0;
  vfs.szOsFile = (int)sizeof(wrapped) + below->szOsFile;
  vfs.xOpen = x_open;
  sqlite3_vfs_register(&vfs, 1);
}
