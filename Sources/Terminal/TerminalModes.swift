/// The sequences that ncurses does not know about.
enum TerminalModes {
  /// Pastes come between marks where that is wanted, and the terminal tells when it gains or loses the focus.
  static func enter(marksPastes: Bool) -> String { (marksPastes ? mark(pastes: true) : "") + "\u{1B}[?1004h" }
  /// Marks pastes from now on, or no longer.
  static func mark(pastes: Bool) -> String { pastes ? "\u{1B}[?2004h" : "\u{1B}[?2004l" }
  /// Asks for the buttons and the wheel of the mouse, or no longer, in reports that any extent fits.
  static func mouse(_ isWanted: Bool) -> String {
    isWanted ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1000l\u{1B}[?1006l"
  }
  /// Asks whether a square takes one column or two, on the second row of the still empty screen, and whether
  /// a frame can be shown at once. The answers come as keys; the second row tells them from Shift-F3.
  static let questions = "\u{1B}[2;1H■\u{1B}[6n\r\u{1B}[K\u{1B}[H\u{1B}[?2026$p"
  /// Asks for the colour of the background and for the terminal's name and version. Not for the Linux console, which shows
  /// what it does not know.
  static let introductions = "\u{1B}]11;?\u{1B}\\\u{1B}[>0q"
  /// Asks what every terminal answers, in its turn: once it has, it has answered everything before.
  static let last = "\u{1B}[c"
  /// The sequence of a toast; empty where none is known to be understood.
  ///
  /// - Source: the manuals of kitty (99), foot, Ghostty and WezTerm (777), iTerm2 (9).
  static func toast(_ text: String, _ way: String, name: String) -> String {
    switch way {
    case "osc99": "\u{1B}]99;;" + text + "\u{1B}\\"
    case "osc777": "\u{1B}]777;notify;FrontDesk;" + text + "\u{1B}\\"
    case "osc9": "\u{1B}]9;" + text + "\u{1B}\\"
    default:
      if name.hasPrefix("kitty") {
        toast(text, "osc99", name: "")
      } else if ["foot", "ghostty", "WezTerm"].contains(where: name.hasPrefix) {
        toast(text, "osc777", name: "")
      } else if name.hasPrefix("iTerm2") {
        toast(text, "osc9", name: "")
      } else {
        ""
      }
    }
  }
  /// Holds the picture until `show`.
  static let hold = "\u{1B}[?2026h"
  /// Shows what was drawn since `hold`.
  static let show = "\u{1B}[?2026l"
  /// Takes back what was asked for, and shows what was held.
  static let leave = "\u{1B}[?2026l\u{1B}[?2004l\u{1B}[?1004l" + mouse(false)
  /// Gives back a terminal of which nothing is known: modes, colours, keys, cursor, screen.
  static let rescue =
    "\u{1B}[?2026l\u{1B}[?2004l\u{1B}[?1004l\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1006l"
    + "\u{1B}[0m\u{1B}[?1l\u{1B}>\u{1B}[?25h\u{1B}[?1049l"
  /// Leaves nothing of the picture where there is no second screen to leave, with the cursor at the top.
  static let clear = "\u{1B}[H\u{1B}[J"
}
