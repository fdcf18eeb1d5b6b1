// Doors for what Swift cannot see of ncurses: globals, macros and cchar_t. Editing this file does not rebuild its importers.
#pragma once
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

extern int wcwidth(wchar_t);
extern char **environ;

static inline WINDOW *door_screen(void) { return stdscr; }
// Whether the terminal database knows a type, and how the cursor moves on it: without that there is no screen.
static inline bool door_draws(const char *type, int fd) {
  int status = 0;
  if (setupterm((char *)type, fd, &status) != OK) return false;
  const char *move = tigetstr((char *)"cup");
  bool draws = move != NULL && move != (const char *)-1;
  del_curterm(cur_term);
  return draws;
}
static inline int door_colours(void) { return has_colors() ? COLORS : 0; }
static inline int door_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
static inline char **door_environment(void) { return environ; }
static inline void door_clear_next(void) { clearok(curscr, TRUE); }
static inline bool door_is_utf8(void) {
  const char *set = nl_langinfo(CODESET);
  return set != NULL && set[0] == 'U' && set[3] == '-' && set[4] == '8';
}
static inline bool door_window_size(int fd, int *height, int *width) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *height = size.ws_row;
  *width = size.ws_col;
  return true;
}
// A file that is only in memory and has no name; its descriptor, which a program started from here does not get, or -1.
static inline int door_memory(void) {
#ifdef __linux__
  return (int)syscall(SYS_memfd_create, "frame", 1u /* MFD_CLOEXEC */);
#else
  FILE *file = tmpfile();
  return file == NULL ? -1 : fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
#endif
}
static inline attr_t door_attributes(bool bold, bool dim, bool underline, bool reverse) {
  return (bold ? A_BOLD : 0) | (dim ? A_DIM : 0) | (underline ? A_UNDERLINE : 0) | (reverse ? A_REVERSE : 0);
}
// One character with up to two marks; 0 where there is none.
static inline void door_cell(cchar_t *cell, uint32_t base, uint32_t first, uint32_t second, attr_t attributes, int pair) {
  wchar_t text[4] = {(wchar_t)base, (wchar_t)first, (wchar_t)second, 0};
  setcchar(cell, text, attributes, 0, &pair);
}
// How many bytes a character of UTF-8 has that a byte begins; 0 where it begins none.
static inline int door_length(int byte) {
  return byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0;
}
// What was typed: 0 nothing, 1 a character, 2 a key code; errno is left as the read left it. What is no character is U+FFFD, and what
// follows it stands: wget_wch would read on to the sixteenth byte and drop them all, the end of a paste too.
static inline int door_key(WINDOW *window, uint32_t *value) {
  static int length, count;
  static uint32_t part;
  for (;;) {
    errno = 0;
    int got = wgetch(window);
    if (got == ERR) return 0;
    // Nobody typed it, resizeterm left it: what began before it goes on after it.
    if (got == KEY_RESIZE) continue;
    if (got >= KEY_MIN) {
      count = 0;
      *value = (uint32_t)got;
      return 2;
    }
    *value = 0xFFFD;
    if (count == 0) {
      length = door_length(got);
      part = length < 2 ? got : got & (0x7F >> length);
      if (length > 0) *value = part;
      if (length < 2) return 1;
      count = 1;
    } else if ((got & 0xC0) != 0x80) {
      count = 0;
      ungetch(got);
      return 1;
    } else {
      part = part << 6 | (got & 0x3F);
      if (++count < length) continue;
      count = 0;
      bool isWhole = length == 2 || (length == 3 && part >= 0x800 && (part < 0xD800 || part > 0xDFFF))
                     || (length == 4 && part >= 0x10000 && part <= 0x10FFFF);
      if (isWhole) *value = part;
      return 1;
    }
  }
}
