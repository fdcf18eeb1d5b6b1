#define _GNU_SOURCE
#include "CFaultyDisk.h"

#ifdef __linux__
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char watched[PATH_MAX], synced[65536];
static long count, refused;

void faulty_sync_watch(const char *folder, long which) {
  pthread_mutex_lock(&turn);
  snprintf(watched, sizeof watched, "%s", folder);
  synced[0] = 0;
  count = 0;
  refused = which;
  pthread_mutex_unlock(&turn);
}

const char *faulty_sync_paths(void) { return synced; }

/// Takes the place of the C library's for all of this process.
int fsync(int file) {
  int kept = errno;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = 0;
  int fails = 0;
  pthread_mutex_lock(&turn);
  if (watched[0] && strncmp(path, watched, strlen(watched)) == 0) {
    size_t used = strlen(synced);
    snprintf(synced + used, sizeof synced - used, "%s\n", path);
    fails = ++count == refused;
  }
  pthread_mutex_unlock(&turn);
  errno = fails ? EIO : kept;
  return fails ? -1 : (int)syscall(SYS_fsync, file);
}
#else
void faulty_sync_watch(const char *folder, long which) {}
const char *faulty_sync_paths(void) { return ""; }
#endif
