import Foundation

extension TerminalScreen {
  /// The dashboard on a store, after its first whole frame.
  static func dashboard(
    _ bench: Bench, _ store: SampleStore, rows: Int, columns: Int, isNow: Bool = false, later: Double = 0
  ) throws -> TerminalScreen {
    let screen = try opening(bench, store, rows: rows, columns: columns, isNow: isNow, later: later)
    guard screen.wait(for: firstFrame) else { throw Broken("no frame: \(screen.said)") }
    screen.settle()
    return screen
  }

  /// The dashboard on a store, just started; some seconds after the store's own instant, or at the real one.
  static func opening(
    _ bench: Bench, _ store: SampleStore, rows: Int, columns: Int, isNow: Bool = false, later: Double = 0
  ) throws -> TerminalScreen {
    let time = isNow ? [] : ["--now", ISO8601DateFormatter().string(from: store.now + later)]
    return try TerminalScreen(
      try bench.program(), ["--store", store.file, "--lang", "zh"] + time, rows: rows, columns: columns,
      variables: try bench.scratch.home())
  }

  /// The last words of a frame: the key line is its last row.
  static let firstFrame = "F1"

  /// What it said, for whoever looks why it failed.
  var said: String {
    String(String(decoding: tail.suffix(300), as: UTF8.self).map { $0.isASCII && $0 < " " ? " " : $0 })
  }
}
