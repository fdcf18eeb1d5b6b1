/// From the start of the program to its first whole frame, over the same program printing its version.
enum OpenFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let program = try bench.program()
    var growth = Growth("open", of: "events in the log, over --version")
    var lines: [Measurement] = []
    for closed in [2_000, 20_000, 200_000] {
      let store = try SampleStore.cached(closed: closed, open: 1_000, bench.scratch).copy(bench.scratch)
      defer { bench.scratch.drop(store.folder) }
      _ = try open(bench, store)
      let pair = try bench.alternate({ try open(bench, store) }, { try Child.time(program, ["--version"]) })
      let over = zip(pair.ours, pair.peer).map { ($0 - $1) * 1_000 }.median
      growth.add(store.events, Quantity(over, .milliseconds))
      guard closed == 200_000 else { continue }
      lines.append(
        Measurement(
          "open", "1,000 open of 1,001,000 events, over --version", ours: Quantity(over, .milliseconds),
          peer: Quantity(pair.peer.median * 1_000, .milliseconds), now: .ours(.atMost(100)),
          next: .ours(.atMost(40)), note: "whole \((pair.ours.median * 1_000).short) ms"))
    }
    return lines + growth.lines
  }

  private static func open(_ bench: Bench, _ store: SampleStore) throws -> Double {
    let start = ContinuousClock.now
    let screen = try TerminalScreen.opening(bench, store, rows: 40, columns: 120)
    guard screen.wait(for: TerminalScreen.firstFrame) else { throw Broken("no first frame") }
    return start.duration(to: .now) / .seconds(1)
  }
}
