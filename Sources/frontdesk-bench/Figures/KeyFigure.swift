import Foundation

/// From a key to the last byte of the frame it leads to, against tig, both on terminals of the same size.
enum KeyFigure {
  private static let (down, up): ([UInt8], [UInt8]) = (Array("\u{1B}OB".utf8), Array("\u{1B}OA".utf8))
  private static let (pageDown, pageUp): ([UInt8], [UInt8]) = (
    Array("\u{1B}[6~".utf8), Array("\u{1B}[5~".utf8)
  )
  /// Forty arrows and forty pages, there and back.
  private static let keys =
    Array(repeating: down, count: 30) + Array(repeating: up, count: 10)
    + Array(repeating: pageDown, count: 30)
    + Array(repeating: pageUp, count: 10)

  static func measure(_ bench: Bench) throws -> [Measurement] {
    var growth = Growth("key", of: "open tickets")
    var lines: [Measurement] = []
    for open in [1_000, 10_000, 100_000] {
      let store = try SampleStore.cached(closed: 0, open: open, bench.scratch).copy(bench.scratch)
      defer { bench.scratch.drop(store.folder) }
      let ours = try TerminalScreen.dashboard(bench, store, rows: 60, columns: 200)
      let alone = open == 10_000 ? try against(try tig(bench), ours, bench) : nil
      let times = try alone?.1 ?? round(ours)
      growth.add(open, Quantity(times.percentile(50), .milliseconds))
      if let alone { lines = alone.0 }
    }
    return lines + growth.lines
  }

  private static func against(_ peer: TerminalScreen?, _ ours: TerminalScreen, _ bench: Bench) throws
    -> ([Measurement], [Double])
  {
    var (mine, theirs): ([Double], [Double]) = ([], [])
    let pair = try bench.alternate(
      {
        let times = try round(ours)
        mine += times
        return times.percentile(99)
      },
      {
        guard let peer else { return .nan }
        let times = try round(peer)
        theirs += times
        return times.percentile(99)
      })
    let ratio = peer == nil ? nil : pair.ratio
    let line = Measurement(
      "key", "key → painted, 10,000 open, 200x60, p99", ours: Quantity(mine.percentile(99), .milliseconds),
      peer: peer == nil ? nil : Quantity(theirs.percentile(99), .milliseconds), ratio: ratio,
      now: .ratio(.atMost(8)), next: .ratio(.atMost(2)),
      note: peer == nil ? "peer missing: tig" : "p50 \(mine.median.short) ms, tig \(theirs.median.short) ms")
    return ([line], mine)
  }

  /// Milliseconds to the answer of each key of a round.
  private static func round(_ screen: TerminalScreen) throws -> [Double] {
    // Back to the top, so that every key has something to show.
    for _ in 0..<2 { _ = screen.answer(to: pageUp) }
    let times = keys.compactMap { screen.answer(to: $0) }
    guard times.count > keys.count / 2 else { throw Broken("keys without an answer") }
    return times.map { $0 * 1_000 }
  }

  /// tig on a repository of 5,000 commits that is made for it; nil when it is not installed.
  private static func tig(_ bench: Bench) throws -> TerminalScreen? {
    guard let tig = bench.tool("tig"), let git = bench.tool("git") else { return nil }
    let folder = "\(bench.scratch.cache)/repository"
    if access("\(folder)/complete", F_OK) != 0 {
      bench.scratch.drop(folder)
      try Child(git, ["init", "-q", folder]).finish()
      let script = "\(bench.scratch.path)/commits"
      try Data(commits.utf8).write(to: URL(fileURLWithPath: script))
      try Child(git, ["-C", folder, "fast-import", "--quiet"], input: script).finish()
      try Data().write(to: URL(fileURLWithPath: "\(folder)/complete"))
    }
    let screen = try TerminalScreen(tig, ["-C", folder, "bench"], rows: 60, columns: 200)
    screen.settle(1_000)
    return screen
  }

  /// What `git fast-import` reads.
  private static var commits: String {
    (0..<5_000).map { index in
      let words = "Change \(index) to the way the desk answers calls"
      return
        "commit refs/heads/bench\ncommitter Li Min <li@example.org> \(1_700_000_000 + index * 600) +0000\n"
        + "data \(words.utf8.count)\n\(words)\nM 100644 inline file\(index % 50)\ndata 6\n\(100_000 + index)\n"
    }.joined()
  }
}
