/// A line on a terminal's error output that shows how far a long command is; on anything else it writes nothing.
struct ProgressBar {
  private let output: Output
  private let isShown: Bool
  private var shown = ""

  init(_ output: Output) {
    self.output = output
    isShown = output.isTerminal
  }

  /// Shows a share from 0 to 1, nil where the whole is not known, and a word on it.
  mutating func show(_ share: Double?, _ text: String) throws(Failure) {
    guard isShown else { return }
    var line = text
    if let share {
      let filled = Int((min(1, max(0, share)) * 30).rounded())
      line = "[\(String(repeating: "#", count: filled))\(String(repeating: ".", count: 30 - filled))] \(text)"
    }
    guard line != shown else { return }
    shown = line
    try output.raw("\r\(line)\u{1B}[K")
    try output.flush()
  }

  /// Takes the line away.
  mutating func clear() throws(Failure) {
    guard !shown.isEmpty else { return }
    shown = ""
    try output.raw("\r\u{1B}[K")
    try output.flush()
  }
}
