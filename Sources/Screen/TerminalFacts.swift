/// What a terminal can do, as far as it is known.
package struct TerminalFacts: Hashable, Sendable {
  /// How many colours there are: 0, 8, 16, 256 or `Look.direct`.
  package var colours = 0
  /// The columns that characters of ambiguous width take, 1 or 2; nil while the terminal has not said so.
  package var ambiguousWidth: Int?
  /// Whether it can show a frame at once (mode 2026).
  package var showsAtOnce = false
  /// How bright its background is, 0 to 1; nil while it has not said so.
  package var backgroundLuminance: Double?
  /// The name and version it gives itself, such as `tmux 3.4`; empty while it has not said so.
  package var name = ""
  /// The locale its text is read and written in, such as `C.UTF-8`; empty where nobody asked.
  package var locale = ""

  package init() {}
}
