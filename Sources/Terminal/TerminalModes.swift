/// The sequences that ncurses does not know about.
enum TerminalModes {
  /// Pastes come between marks, and the terminal tells when it gains or loses the focus.
  static let enter = "\u{1B}[?2004h\u{1B}[?1004h"
  /// Takes back what `enter` asked for.
  static let leave = "\u{1B}[?2004l\u{1B}[?1004l"
  /// Gives back a terminal of which nothing is known: modes, colours, keys, cursor, screen.
  static let rescue =
    "\u{1B}[?2026l\u{1B}[?2004l\u{1B}[?1004l\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1006l"
    + "\u{1B}[0m\u{1B}[?1l\u{1B}>\u{1B}[?25h\u{1B}[?1049l"
}
