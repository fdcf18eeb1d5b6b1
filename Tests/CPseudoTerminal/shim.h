// A door for the calls that Swift's Glibc does not declare.
#pragma once
#include <fcntl.h>
#include <stddef.h>

extern int posix_openpt(int);
extern int grantpt(int);
extern int unlockpt(int);
extern char *ptsname(int);

/// Opens a new terminal's master side and tells the path of the other; -1 when there is none left.
static inline int door_open_terminal(const char **path) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  if (grantpt(master) != 0 || unlockpt(master) != 0) return -1;
  *path = ptsname(master);
  return *path == NULL ? -1 : master;
}
