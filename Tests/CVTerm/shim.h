#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <vterm.h>

/// What one cell shows: scalars in order, ended by 0, and the numbers Swift cannot read from bit fields and unions.
typedef struct {
  uint32_t scalars[VTERM_MAX_CHARS_PER_CELL + 1];
  int width;
  bool bold, underline, reverse;
  int foreground, background;
} DoorCell;

static inline int door_colour(const VTermColor *colour, bool is_default) {
  if (is_default) return -1;
  return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : 256;
}

static inline DoorCell door_vterm_cell(VTermScreen *screen, int row, int column) {
  DoorCell out;
  VTermScreenCell cell;
  memset(&out, 0, sizeof out);
  memset(&cell, 0, sizeof cell);
  vterm_screen_get_cell(screen, (VTermPos){.row = row, .col = column}, &cell);
  memcpy(out.scalars, cell.chars, sizeof cell.chars);
  out.width = cell.width;
  out.bold = cell.attrs.bold;
  out.underline = cell.attrs.underline != 0;
  out.reverse = cell.attrs.reverse;
  out.foreground = door_colour(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
  out.background = door_colour(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
  return out;
}

static inline VTermPos door_vterm_cursor(VTerm *terminal) {
  VTermPos at;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal), &at);
  return at;
}
