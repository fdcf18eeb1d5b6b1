/// Why there is no terminal to draw on; the caller finds the words.
package enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is a file, a pipe or nothing.
  case notATerminal
  /// The terminal database does not know what `TERM` says.
  case unknownType(String)
  /// No UTF-8 locale could be set.
  case noLocale
  /// Signals cannot be received: there are no file descriptors left.
  case noSignals
  /// The terminal went away: hang-up, end of file or a read error.
  case lost
}
