// A door for the calls that Swift's Glibc does not declare.
#pragma once
#include <fcntl.h>
#include <spawn.h>
#include <stddef.h>

extern int posix_openpt(int);
extern int grantpt(int);
extern int unlockpt(int);
extern int ptsname_r(int, char *, size_t);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

/// Opens a new terminal's master side and tells the path of the other; -1 when there is none left.
static inline int door_open_terminal(char *path, size_t length) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  if (grantpt(master) != 0 || unlockpt(master) != 0) return -1;
  return ptsname_r(master, path, length) == 0 ? master : -1;
}

/// The started program closes every descriptor from this one on.
static inline void door_close_from(posix_spawn_file_actions_t *actions, int first) {
  posix_spawn_file_actions_addclosefrom_np(actions, first);
}
