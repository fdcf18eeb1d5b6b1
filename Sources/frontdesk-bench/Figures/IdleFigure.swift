import Foundation

/// What a dashboard costs that nobody touches: processor time, and bytes to the terminal when something changes and when nothing does.
enum IdleFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let span = bench.isFull ? 60 : 20
    let store = try SampleStore.new(open: 200, now: Date(), bench.scratch)
    let screen = try TerminalScreen.dashboard(bench, store, rows: 40, columns: 120, isNow: true)
    // The first seconds read ahead and record what ran out while nobody watched.
    screen.watch(3)
    let start = ProcessFigures.processorTime(screen.process)
    let time = seconds { screen.watch(span) }
    let share = (ProcessFigures.processorTime(screen.process) - start) / time * 100
    return [
      Measurement(
        "idle", "200 open, no key, \(span) s", ours: Quantity(share, .percent), now: .ours(.atMost(0.2)),
        next: .ours(.atMost(0.1))),
      try minute(bench),
      try nothing(bench),
    ]
  }

  /// The minute of the clock, and with it the countdown of every row: all were reported on a whole minute.
  private static func minute(_ bench: Bench) throws -> Measurement {
    let store = try SampleStore.new(open: 30, bench.scratch)
    let screen = try TerminalScreen.dashboard(bench, store, rows: 40, columns: 120, later: 50)
    // What ran out before the opening is told in a frame of its own, which is no minute of the clock.
    screen.watch(3)
    let changes = bursts(screen, span: 13)
    return Measurement(
      "bytes", "a clock minute, every row of 120x40 changing", ours: Quantity(changes.max() ?? 0, .bytes),
      now: .ours(.atMost(300)),
      note: "changes in 13 s: \(changes.map { "\(Int($0))" }.joined(separator: " "))")
  }

  private static func nothing(_ bench: Bench) throws -> Measurement {
    let store = try SampleStore.new(open: 0, now: Date(timeIntervalSince1970: 1_760_443_202), bench.scratch)
    let screen = try TerminalScreen.dashboard(bench, store, rows: 40, columns: 120)
    let changes = bursts(screen, span: 8)
    return Measurement(
      "bytes", "8 s in which nothing changes", ours: Quantity(changes.reduce(0, +), .bytes),
      now: .ours(.atMost(0)))
  }

  /// The bytes of each change within some seconds.
  private static func bursts(_ screen: TerminalScreen, span: Int) -> [Double] {
    var changes: [Double] = []
    let end = ContinuousClock.now + .seconds(span)
    while ContinuousClock.now < end {
      let before = screen.written
      guard screen.read(patience: 50) != nil else { continue }
      screen.settle(50)
      changes.append(Double(screen.written - before))
    }
    return changes
  }
}
